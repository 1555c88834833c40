package org.crmagent.model.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;

class ValuesCheckTest {

    @Test
    void takesWhatFitsInTheOrderOfTheForm() {
        assertEquals(
                "{\"name\":\" a \",\"area\":9,\"visit\":\"2028-02-29\",\"heating\":\"Gaz\",\"kit\":[\"Pompe à chaleur\",\"Panneaux\"]}",
                right("{'kit': ['Panneaux', 'Pompe à chaleur'], 'area': 9, 'visit': '2028-02-29', 'heating': 'Gaz',"
                                + " 'owner': null, 'name': ' a '}")
                        .toString());
    }

    @Test
    void tellsEverythingAtOnce() {
        assertEquals(
                List.of(
                        "/input/values/nmae unknown_member name",
                        "/input/values/Surface habitable unknown_member area",
                        "/input/values/x~1~0 unknown_member null",
                        "/input/values/note bad_length null",
                        "/input/values/owner wrong_type null",
                        "/input/values/visit bad_format null",
                        "/input/values/email bad_format null",
                        "/input/values/phone bad_format null",
                        "/input/values/heating not_allowed_value null",
                        "/input/values/kit/0 not_allowed_value Panneaux",
                        "/input/values/kit/2 wrong_type null",
                        "/input/values/kit/3 duplicate_item null"),
                violations(
                        "{'nmae': 'x', 'Surface habitable': 3, 'x/~': 1, 'note': ' ', 'owner': 7, 'visit': '2027-02-30',"
                                + " 'email': 'a@b', 'phone': '+336', 'heating': 'Nucléaire',"
                                + " 'kit': ['panneaux', 'Isolation, toit', 3, 'Isolation, toit']}"));
    }

    @Test
    void keepsBounds() {
        assertEquals(List.of(), violations("{'area': 9, 'name': '" + "🚲".repeat(500) + "'}"));
        assertEquals(List.of(), violations("{'area': 1000.5, 'note': '" + "é".repeat(4_000) + "'}"));
        assertEquals(
                List.of("/input/values/name bad_length null", "/input/values/area out_of_range null"),
                violations("{'area': 8.999, 'name': '" + "a".repeat(501) + "'}"));
        assertEquals(
                List.of("/input/values/note bad_length null", "/input/values/area out_of_range null"),
                violations("{'area': 1000.51, 'note': '" + "a".repeat(4_001) + "'}"));
    }

    /** Also where the field has no bounds: a stored 1e22 comes back as an integer that no caller may send. */
    @Test
    void boundsNumbersOfFieldsWithoutBounds() {
        List<QualificationField> free = Fields.read("[{'key': 'n', 'label': 'N', 'type': 'number'}]");
        for (String fitting : List.of("1000000000000", "-1e12", "1e-300", "0")) {
            Violations violations = new Violations();
            new ValuesCheck(free, null, "/values", violations).check(Fields.json("{'n': " + fitting + "}"));
            assertEquals(List.of(), violations.found(), fitting);
        }
        for (String beyond : List.of("1000000000000.1", "-1000000000001", "1e22", "1e300")) {
            Violations violations = new Violations();
            new ValuesCheck(free, null, "/values", violations).check(Fields.json("{'n': " + beyond + "}"));
            assertEquals("out_of_range", violations.found().get(0).code(), beyond);
            assertEquals("/input/values/n", violations.found().get(0).pointer());
        }
    }

    @Test
    void isSureOfWhatCanOnlyBeMeantSo() {
        Violations violations = new Violations();
        check(violations)
                .check(Fields.json(
                        "{'area': '80,5', 'owner': 'oui', 'visit': '12 mars 2027', 'phone': '06 12 34 56 78',"
                                + " 'heating': 'gaz', 'kit': 'Panneaux', 'name': 3}"));
        assertEquals(
                "{/input/values/area=80.5, /input/values/heating=\"Gaz\", /input/values/kit=[\"Panneaux\"],"
                        + " /input/values/owner=true, /input/values/phone=\"+33612345678\", /input/values/visit=\"2027-03-12\"}",
                new java.util.TreeMap<>(violations.certain()).toString());
        assertEquals(7, violations.found().size());
    }

    @Test
    void suggestsWithoutCertainty() {
        Violations violations = new Violations();
        check(violations).check(Fields.json("{'area': 'environ 80', 'visit': '02/03/2027', 'owner': 'oui mais bon'}"));
        assertEquals(0, violations.certain().size());
        assertEquals(
                List.of("80", "true", "2027-03-02"),
                violations.found().stream().map(Violation::suggestion).toList());
    }

    @Test
    void namesWhatLacks() {
        Violations violations = new Violations();
        check(violations).checkRequired(Fields.json("{'kit': []}"), Fields.json("{'kit': []}"));
        assertEquals(
                List.of("/input/values/name", "/input/values/kit"),
                violations.found().stream().map(Violation::pointer).toList());
    }

    @Test
    void namesWhatIsStoredAndNoLongerFits() {
        Violations violations = new Violations();
        check(violations)
                .checkKept(Fields.json(
                        "{'lost': 1, 'name': 'x', 'note': null, 'area': 8, 'owner': 'Oui', 'visit': '2027-02-30',"
                                + " 'heating': 'Fioul', 'kit': ['Panneaux', 'Fioul']}"));
        assertEquals(
                List.of("/area", "/owner", "/visit", "/heating", "/kit"),
                violations.found().stream()
                        .map(each -> each.pointer().replace("/input/values", ""))
                        .toList());
    }

    @Test
    void boundsTheWhole() {
        Violations violations = new Violations();
        check(violations).checkSize(Fields.json("{'note': '" + "a".repeat(20 * 1024 - 11) + "'}"));
        assertEquals(List.of(), violations.found());
        check(violations).checkSize(Fields.json("{'note': '" + "a".repeat(20 * 1024 - 10) + "'}"));
        assertEquals("values_too_large", violations.found().get(0).code());
    }

    private static JsonObject right(String values) {
        Violations violations = new Violations();
        JsonObject right = check(violations).check(Fields.json(values));
        assertEquals(List.of(), violations.found());
        return right;
    }

    private static List<String> violations(String values) {
        Violations violations = new Violations();
        check(violations).check(Fields.json(values));
        return violations.found().stream()
                .map(each -> each.pointer() + " " + each.code() + " " + each.suggestion())
                .toList();
    }

    private static ValuesCheck check(Violations violations) {
        return new ValuesCheck(Fields.ALL, null, "/values", violations);
    }
}
