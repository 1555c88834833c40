package org.crmagent.store.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.TemplateCalls;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the imports of both kinds do alike: with names that are taken, with many documents and with foreign ones. */
class TemplateImportIT extends TemplateCalls {

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void failsSkipsRenamesOrReplaces(TemplateKind kind) {
        String name = unique("Conflit");
        Answer first = call(
                kind.tool("create"),
                input().add("name", name).add("status", "published").add(parts(kind), part(kind, "q")));
        String there = first.output().getJsonObject("template").getString("id");
        String taken = name.toUpperCase(Locale.ROOT);
        JsonArray documents = Json.createArrayBuilder()
                .add(signed(document(kind, unique("Libre"))))
                .add(signed(document(kind, taken).add(parts(kind), part(kind, "n"))))
                .build();
        Answer failed = load(kind, documents, input());
        assertEquals("duplicate_name", failed.code(), failed.body());
        assertEquals(List.of("/input/templates/1/name duplicate_name"), failed.violations());
        assertEquals("", suggestion(failed, 0));
        assertEquals(there, follow(failed).output().getJsonObject("template").getString("id"));

        Answer skipped = load(kind, documents, input().add("onConflict", "skip"));
        assertEquals(List.of("created", "skipped"), actions(skipped));
        assertEquals(there, result(skipped, 1).getString("templateId"));
        assertEquals(1, shown(kind, there).getInt("version"));

        Answer renamed =
                load(kind, documents, input().add("onConflict", "rename").add("status", "published"));
        assertEquals(List.of("renamed", "renamed"), actions(renamed));
        assertEquals(taken + " (2)", result(renamed, 1).getString("name"));
        assertEquals(
                "published",
                shown(kind, result(renamed, 1).getString("templateId")).getString("status"));

        Answer replaced = load(kind, documents, input().add("onConflict", "replace"));
        assertEquals(List.of("skipped", "replaced"), actions(replaced));
        JsonObject template = shown(kind, there);
        assertEquals("published", template.getString("status"));
        assertEquals(2, template.getInt("version"));
        assertEquals(taken, template.getString("name"));
        assertEquals(part(kind, "n"), template.getJsonArray(parts(kind)));
        assertEquals(
                List.of("skipped", "skipped"), actions(load(kind, documents, input().add("onConflict", "replace"))));
        assertEquals(2, shown(kind, there).getInt("version"));
    }

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void importsAllOrNothing(TemplateKind kind) throws SQLException {
        String mark = unique("Lot");
        String taken = mark + " 30";
        call(kind.tool("create"), input().add("name", taken).add(parts(kind), part(kind, "q")));
        JsonArrayBuilder documents = Json.createArrayBuilder();
        for (int i = 0; i < 50; i++) {
            documents.add(signed(document(kind, mark + " " + i)));
        }
        JsonArray fifty = documents.build();
        assertEquals("duplicate_name", load(kind, fifty, input()).code());
        assertEquals(1L, count(kind, mark));
        Answer dry = load(kind, fifty, input().add("onConflict", "rename").add("dryRun", true));
        assertEquals(JsonValue.NULL, result(dry, 0).get("templateId"));
        assertEquals(1L, count(kind, mark));
        Answer real = load(kind, fifty, input().add("onConflict", "rename"));
        assertEquals(actions(dry), actions(real));
        assertEquals(51L, count(kind, mark));
        assertEquals(taken + " (2)", result(real, 30).getString("name"));
        JsonArray more = Json.createArrayBuilder(fifty)
                .add(signed(document(kind, unique("Trop"))))
                .build();
        assertEquals(
                List.of("/input/templates too_many_items"),
                load(kind, more, input()).violations());
        assertEquals(
                List.of("/input/templates too_few_items"),
                load(kind, JsonValue.EMPTY_JSON_ARRAY, input()).violations());
    }

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void tellsDocumentsOfOneNameApart(TemplateKind kind) {
        String name = unique("Double");
        JsonArray twice = Json.createArrayBuilder()
                .add(signed(document(kind, name)))
                .add(signed(document(kind, " " + name.toUpperCase(Locale.ROOT))))
                .build();
        for (String refusing : List.of("fail", "replace")) {
            assertEquals(
                    List.of("/input/templates/1/name duplicate_in_import"),
                    load(kind, twice, input().add("onConflict", refusing)).violations());
        }
        Answer dry = load(kind, twice, input().add("onConflict", "skip").add("dryRun", true));
        assertEquals(List.of("created", "skipped"), actions(dry));
        assertEquals(JsonValue.NULL, result(dry, 1).get("templateId"));
        Answer renamed = load(kind, twice, input().add("onConflict", "rename"));
        assertEquals(List.of("created", "renamed"), actions(renamed));
        assertFalse(result(renamed, 0)
                .getString("templateId")
                .equals(result(renamed, 1).getString("templateId")));
    }

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void refusesNewerFormatsAndOtherThings(TemplateKind kind) {
        JsonObject newer = Json.createObjectBuilder(signed(document(kind, unique("Futur"))))
                .add("formatVersion", 2)
                .add("mood", "bright")
                .build();
        Answer answer = load(kind, Json.createArrayBuilder().add(newer).build(), input());
        assertEquals(List.of("/input/templates/0/formatVersion newer_version"), answer.violations());
        assertTrue(answer.body().contains("up to 1 is understood"), answer.body());
        TemplateKind foreign = kind == TemplateKind.SCRIPT ? TemplateKind.QUALIFICATION : TemplateKind.SCRIPT;
        JsonObject other = Json.createObjectBuilder(signed(document(kind, unique("Autre"))))
                .add("format", format(foreign))
                .build();
        assertEquals(
                List.of("/input/templates/0/format not_allowed_value"),
                load(kind, Json.createArrayBuilder().add(other).build(), input())
                        .violations());
    }

    private Answer load(TemplateKind kind, JsonArray documents, JsonObjectBuilder input) {
        return call(kind.tool("import") + "s", input.add("templates", documents));
    }

    private JsonObject shown(TemplateKind kind, String template) {
        Answer answer = call(kind.tool("get"), input().add("templateId", template));
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("template");
    }

    private static JsonObjectBuilder document(TemplateKind kind, String name) {
        JsonObjectBuilder document = input().add("format", format(kind))
                .add("formatVersion", 1)
                .add("name", name)
                .add(parts(kind), part(kind, "q"));
        return kind == TemplateKind.SCRIPT ? document.add("language", "fr") : document;
    }

    private static String format(TemplateKind kind) {
        return "crm-agent/" + kind.what().replace(' ', '-');
    }

    private static String parts(TemplateKind kind) {
        return kind == TemplateKind.SCRIPT ? "steps" : "fields";
    }

    private static JsonArray part(TemplateKind kind, String name) {
        return array(
                kind == TemplateKind.SCRIPT
                        ? "[{'id': '%s', 'type': 'instruction', 'text': 'Bonjour'}]".formatted(name)
                        : "[{'key': '%s', 'label': 'Q', 'type': 'date'}]".formatted(name));
    }

    private static long count(TemplateKind kind, String mark) throws SQLException {
        String table = kind.what().replace(' ', '_');
        return (Long) Database.value("select count(*) from " + table + " where name like ? || '%'", mark);
    }
}
