package org.crmagent.model.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldRulesTest {

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void takesEachTypeWithAllThatItMayHave(FieldType type) {
        String own = switch (type) {
            case NUMBER -> ", 'min': -1, 'max': 1";
            case BOOLEAN -> ", 'score': 0";
            case SELECT, MULTI_SELECT -> ", 'options': ['Gaz', '🚲 ~/'], 'score': {'🚲 ~/': -2.5}";
            default -> "";
        };
        assertEquals(
                List.of(),
                broken("{'key': 'k', 'label': 'K', 'type': '%s', 'required': true, 'help': 'h', 'fromCapture': 'c'%s}"
                        .formatted(word(type), own)));
    }

    /** A field without a number's, boolean's or select's members is one of any type but a select, which lacks its options. */
    @ParameterizedTest
    @EnumSource(FieldType.class)
    void refusesWhatBelongsToOtherTypes(FieldType type) {
        List<String> foreign = broken(field(type, ", 'options': ['x'], 'min': 1, 'max': 2, 'score': {'x': 1}"));
        List<String> expected = Stream.of(
                        type.hasOptions() ? "" : "/options not_for_type",
                        type == FieldType.NUMBER ? "" : "/min not_for_type",
                        type == FieldType.NUMBER ? "" : "/max not_for_type",
                        type == FieldType.BOOLEAN
                                ? "/score wrong_score"
                                : type.hasOptions() ? "" : "/score not_for_type")
                .filter(each -> !each.isEmpty())
                .map(each -> "/input/fields/0" + each)
                .toList();
        assertEquals(expected, foreign);
        assertEquals(
                type.hasOptions() ? List.of("/input/fields/0/options required") : List.of(), broken(field(type, "")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "5.0, 5, true", "-1, -1.0000001, false", "2, 1.999, false", "-1e12, 1e12, true"})
    void comparesTheLimitsOfNumbersByValue(String min, String max, boolean fits) {
        assertEquals(
                fits ? List.of() : List.of("/input/fields/0/max below_min"),
                broken(field(FieldType.NUMBER, ", 'min': " + min + ", 'max': " + max)));
        assertEquals(List.of(), broken(field(FieldType.NUMBER, ", 'min': " + min)));
        assertEquals(List.of(), broken(field(FieldType.NUMBER, ", 'max': " + max)));
    }

    @Test
    void wantsKeysOnlyOnce() {
        Violations violations = check("""
                [{'key': 'a', 'label': 'A', 'type': 'text'}, {'key': 'b', 'label': 'B', 'type': 'text'},
                 {'key': 'a', 'label': 'A', 'type': 'date'}, {'key': 'a', 'label': 'A', 'type': 'text'}]""");
        assertEquals(
                List.of("/input/fields/2/key duplicate_key", "/input/fields/3/key duplicate_key"), told(violations));
        assertEquals(
                "the field at /input/fields/0 has this key already",
                violations.found().get(1).message());
    }

    @Test
    void wantsLabelsAndOptionsThatShow() {
        for (String nothing : List.of(" ", "\u200B", "\u2060\u00A0", "\u202E")) {
            assertEquals(
                    List.of("/input/fields/0/label blank", "/input/fields/0/options/1 blank"),
                    broken("{'key': 'k', 'label': '%s', 'type': 'select', 'options': ['x', '%s']}"
                            .formatted(nothing, nothing)));
        }
        Violations untrimmed = check("[" + field(FieldType.SELECT, ", 'options': ['Gaz', ' Fioul ', 'l e']") + "]");
        assertEquals(List.of("/input/fields/0/options/1 untrimmed"), told(untrimmed));
        assertEquals("Fioul", untrimmed.found().get(0).suggestion());
    }

    @ParameterizedTest
    @CsvSource({"gaz, Gaz", "Gas, Gaz", "electricite, Électricité", "FIOUL, Fioul"})
    void suggestsTheOptionThatPointsWereMeantFor(String given, String meant) {
        Violations violations = check("[" + scored(given) + "]");
        assertEquals(List.of("/input/fields/0/score/" + given + " unknown_option"), told(violations));
        assertEquals(meant, violations.found().get(0).suggestion());
    }

    @Test
    void escapesPointersAndSuggestsNothingFarOff() {
        Violations violations = check("[" + scored("a~b/c") + "]");
        assertEquals(List.of("/input/fields/0/score/a~0b~1c unknown_option"), told(violations));
        assertEquals(null, violations.found().get(0).suggestion());
    }

    @Test
    void givesPointsByTheShapeOfTheType() {
        String select = ", 'options': ['x'], 'score': ";
        assertEquals(List.of("/input/fields/0/score wrong_score"), broken(field(FieldType.MULTI_SELECT, select + "4")));
        assertEquals(
                List.of("/input/fields/0/score wrong_score"),
                broken(field(FieldType.BOOLEAN, ", 'score': {'true': 4}")));
    }

    @Test
    void tellsEverythingAtOnceInTheOrderOfTheForm() {
        assertEquals(
                List.of(
                        "/input/templates/7/fields/0/label blank",
                        "/input/templates/7/fields/0/options not_for_type",
                        "/input/templates/7/fields/0/min not_for_type",
                        "/input/templates/7/fields/0/score not_for_type",
                        "/input/templates/7/fields/1/key duplicate_key",
                        "/input/templates/7/fields/1/options required",
                        "/input/templates/7/fields/1/score/Gaz unknown_option",
                        "/input/templates/7/fields/2/max below_min"),
                told(check("/templates/7/fields", """
                        [{'key': 'a', 'label': ' ', 'type': 'text', 'options': ['x'], 'min': 1, 'score': 1},
                         {'key': 'a', 'label': 'A', 'type': 'select', 'score': {'Gaz': 1}},
                         {'key': 'n', 'label': 'N', 'type': 'number', 'min': 3, 'max': 2.5}]""")));
    }

    @Test
    void holdsForAsManyFieldsAsAFormHas() {
        StringBuilder hundred = new StringBuilder("[");
        for (int i = 0; i < 100; i++) {
            hundred.append(i == 0 ? "" : ",").append("{'key': 'k%d', 'label': ' ', 'type': 'text'}".formatted(i));
        }
        List<String> told = told(check(hundred.append(']').toString()));
        assertEquals(100, told.size());
        assertEquals("/input/fields/99/label blank", told.get(99));
    }

    private static String scored(String option) {
        return field(
                FieldType.SELECT,
                ", 'options': ['Gaz', 'Fioul', 'Électricité'], 'score': {'Fioul': 1, '" + option + "': 2}");
    }

    private static String field(FieldType type, String more) {
        return "{'key': 'k', 'label': 'K', 'type': '" + word(type) + "'" + more + "}";
    }

    private static String word(FieldType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> broken(String field) {
        return told(check("[" + field + "]"));
    }

    private static Violations check(String fields) {
        return check("/fields", fields);
    }

    private static Violations check(String pointer, String fields) {
        Violations violations = new Violations();
        FieldRules.check(Fields.read(fields), pointer, violations);
        return violations;
    }

    private static List<String> told(Violations violations) {
        return violations.found().stream()
                .map((Violation each) -> each.pointer() + " " + each.code())
                .toList();
    }
}
