package org.crmagent.tools.qualificationtemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.junit.jupiter.api.Test;

class CreateQualificationTemplateIT extends FormCalls {
    private static final String EVERYTHING = """
            [{'key': 't', 'label': '<b>É 🚲</b>', 'type': 'text', 'required': true, 'help': 'a; drop table'},
             {'key': 'l', 'label': 'L', 'type': 'long_text', 'fromCapture': 'x.Y-1'},
             {'key': 'n', 'label': 'N', 'type': 'number', 'min': -0.5, 'max': 12.25},
             {'key': 'b', 'label': 'B', 'type': 'boolean', 'score': -3.5},
             {'key': 'd', 'label': 'D', 'type': 'date'},
             {'key': 'e', 'label': 'E', 'type': 'email'},
             {'key': 'p', 'label': 'P', 'type': 'phone'},
             {'key': 's', 'label': 'S', 'type': 'select', 'options': ['Oui', 'Non'], 'score': {'Oui': 10}},
             {'key': 'm', 'label': 'M', 'type': 'multi_select', 'options': ['x'], 'score': {'x': 1}}]""";

    @Test
    void storesEveryTypeAsItIs() throws Exception {
        JsonArray fields = fields(EVERYTHING);
        JsonObject template =
                created(input().add("name", "  " + unique("Tout") + " ").add("fields", fields));
        assertEquals(fields, template.getJsonArray("fields"));
        assertEquals(9, template.getInt("fieldCount"));
        assertEquals("draft", template.getString("status"));
        UUID id = UUID.fromString(template.getString("id"));
        assertEquals(
                true,
                Database.value(
                        "select fields = ?::jsonb from qualification_template where id = ?", fields.toString(), id));
        assertEquals(
                template,
                call("get_qualification_template", input().add("templateId", id.toString()))
                        .output()
                        .getJsonObject("template"));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Answer answer = create("""
                [{'key': 'a', 'label': ' ', 'type': 'text', 'options': ['x'], 'score': 1},
                 {'key': 'a', 'label': 'A', 'type': 'select'},
                 {'key': 'n', 'label': 'N', 'type': 'number', 'min': 3, 'max': 2.5, 'score': {'x': 1}},
                 {'key': 'b', 'label': 'B', 'type': 'boolean', 'min': 1, 'score': {'true': 1}},
                 {'key': 's', 'label': 'S', 'type': 'select', 'options': [' x', 'Gaz'], 'score': {'Gas': 2}},
                 {'key': 'm', 'label': 'M', 'type': 'multi_select', 'options': ['x'], 'score': 4, 'max': 1}]""");
        assertEquals("validation_failed", answer.code(), answer.body());
        assertEquals(
                List.of(
                        "/input/fields/0/label blank",
                        "/input/fields/0/options not_for_type",
                        "/input/fields/0/score not_for_type",
                        "/input/fields/1/key duplicate_key",
                        "/input/fields/1/options required",
                        "/input/fields/2/max below_min",
                        "/input/fields/2/score not_for_type",
                        "/input/fields/3/min not_for_type",
                        "/input/fields/3/score wrong_score",
                        "/input/fields/4/options/0 untrimmed",
                        "/input/fields/4/score/Gas unknown_option",
                        "/input/fields/5/max not_for_type",
                        "/input/fields/5/score wrong_score"),
                answer.violations());
        assertEquals("x", suggestion(answer, 9));
        assertEquals("Gaz", suggestion(answer, 10));
    }

    @Test
    void holdsTheBounds() {
        assertEquals(400, create("[]").status());
        assertEquals(200, create(many(100)).status());
        assertEquals(400, create(many(101)).status());
        assertEquals(400, create(options(0)).status());
        assertEquals(200, create(options(100)).status());
        assertEquals(
                List.of("/input/fields/0/options too_many_items"),
                create(options(101)).violations());
        for (int over : new int[] {0, 1}) {
            String label = "😀".repeat(200 + over);
            String help = "é".repeat(500 + over);
            assertEquals(
                    over == 0 ? 200 : 400,
                    create("[{'key': 'a', 'label': '" + label + "', 'type': 'text', 'help': '" + help + "'}]")
                            .status());
        }
        for (String key : List.of("1a", "A", "a-b", "a".repeat(41))) {
            assertEquals(
                    400,
                    create("[{'key': '" + key + "', 'label': 'A', 'type': 'text'}]")
                            .status(),
                    key);
        }
        assertEquals(
                400,
                create("[{'key': 'b', 'label': 'B', 'type': 'boolean', 'score': 1000001}]")
                        .status());
        assertEquals(
                400,
                create("[{'key': 'b', 'label': 'B', 'type': 'boolean', 'score': 'many'}]")
                        .status());
        String large =
                "[" + ("{'key': 'a%s', 'label': 'A', 'type': 'text', 'help': '" + "é".repeat(500) + "'},").repeat(70);
        Object[] numbers = java.util.stream.IntStream.range(0, 70).boxed().toArray();
        String body = large.formatted(numbers);
        Answer refused = create(body.substring(0, body.length() - 1) + "]");
        assertEquals(List.of("/input/fields template_too_large"), refused.violations());
    }

    /** Short to write and long to keep: the database holds every digit. */
    @Test
    void boundsNumbersByTheirDigits() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            fields.append(i == 0 ? "[" : ",")
                    .append("{'key': 'k" + i + "', 'label': 'K', 'type': 'select', 'options': ['a', 'b', 'c'],"
                            + " 'score': {'a': 1e-300, 'b': 1e-300, 'c': 1e-300}}");
        }
        assertEquals(
                List.of("/input/fields template_too_large"),
                create(fields + "]").violations());
    }

    /** Many short options with points: nearly a third of what the database makes of them is blanks. */
    @Test
    void takesWhateverKeepsTheBound() {
        StringBuilder options = new StringBuilder();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            String option = (i == 0 ? "'" : ",'") + (char) ('0' + i / 10) + (char) ('0' + i % 10) + "'";
            options.append(option);
            points.append(option).append(":1");
        }
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 51; i++) {
            fields.append(i == 0 ? "[" : ",")
                    .append("{'key': 'k" + i + "', 'label': 'K', 'type': 'select', 'options': [" + options
                            + "], 'score': {" + points + "}}");
        }
        Answer answer = create(fields + "]");
        assertEquals(200, answer.status(), answer.body());
        assertEquals(
                answer.output().getJsonObject("template").get("fields"),
                shown(answer.output().getJsonObject("template").getString("id")).get("fields"));
    }

    @Test
    void keepsNamesUnique() {
        String name = unique("Clé");
        String id = created(input().add("name", name).add("fields", fields(ONE_FIELD)))
                .getString("id");
        Answer taken = call(
                "create_qualification_template",
                input().add("name", name.toUpperCase(Locale.ROOT).replace('É', 'e'))
                        .add("fields", fields(ONE_FIELD)));
        assertEquals("duplicate_name", taken.code(), taken.body());
        assertEquals(id, follow(taken).output().getJsonObject("template").getString("id"));
        assertTrue(suggestion(taken, 0).endsWith(" (2)"), taken.body());
    }

    @Test
    void keepsNothingOfADryRun() throws Exception {
        String name = unique("Essai");
        JsonObject template = created(
                input().add("name", name).add("fields", fields(ONE_FIELD)).add("dryRun", true));
        assertTrue(template.isNull("id"));
        assertEquals(0L, Database.value("select count(*) from qualification_template where name = ?", name));
    }

    private static String options(int count) {
        String options = java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> "'o" + i + "'")
                .collect(java.util.stream.Collectors.joining(","));
        return "[{'key': 's', 'label': 'S', 'type': 'select', 'options': [" + options + "]}]";
    }

    private static String many(int count) {
        StringBuilder fields = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            fields.append(i == 0 ? "" : ",").append("{'key': 'k" + i + "', 'label': 'K', 'type': 'text'}");
        }
        return fields.append(']').toString();
    }
}
