package org.crmagent.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crmagent.catalogue.Entry;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** No tool shows one organization anything of another, not even that it exists. */
class IsolationIT extends OverHttp {
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<String> NAMED = List.of(
            "campaign",
            "app_user",
            "script_template",
            "qualification_template",
            "import_folder",
            "contact",
            "qualification",
            "script_execution");
    private static final String EVERY_CALL_HAS_ANOTHER = "\"(requestId\":\"[^\"]*\"|durationMs\":\\d+)";

    private final Calls calls = new Calls(api);
    private final List<Entry<?, ?>> entries = Tools.catalogue().entries().stream()
            .filter(entry -> entry.spec().organization())
            .toList();

    @Test
    void showsNoIdOfAnotherOrganization() throws SQLException {
        Set<String> foreign = idsOf(Demo.OTHER_ORGANIZATION);
        assertTrue(foreign.size() > 1_000, "too few rows in the other organization to find a leak");
        Set<String> shown = new HashSet<>();
        for (Entry<?, ?> entry : entries) {
            for (JsonObject example : entry.examples()) {
                Answer answer = calls.run(entry, Calls.harmless(entry, example));
                UUIDS.matcher(answer.body()).results().forEach(found -> shown.add(found.group()));
            }
        }
        assertTrue(shown.removeAll(idsOf(Demo.ORGANIZATION)), "no answer shows an id");
        shown.retainAll(foreign);
        assertEquals(Set.of(), shown);
    }

    @Test
    void answersForForeignIdsAsForUnknownOnes() throws SQLException {
        int refused = 0;
        for (Entry<?, ?> entry : entries) {
            for (JsonObject example : entry.examples()) {
                List<String> own = UUIDS.matcher(example.toString())
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .toList();
                if (own.isEmpty()) {
                    continue;
                }
                List<String> invented =
                        own.stream().map(id -> UUID.randomUUID().toString()).toList();
                Answer foreign = calls.run(entry, with(entry, example, own, foreign(own)));
                Answer unknown = calls.run(entry, with(entry, example, own, invented));
                assertEquals(unknown.status(), foreign.status(), foreign::body);
                assertEquals(anonymous(unknown), anonymous(foreign));
                refused += foreign.code().equals("not_found") ? 1 : 0;
            }
        }
        assertTrue(refused > 0, "no example names what to act on");
    }

    private static JsonObject with(Entry<?, ?> entry, JsonObject example, List<String> own, List<String> others) {
        String text = Calls.harmless(entry, example).toString();
        for (int i = 0; i < own.size(); i++) {
            text = text.replace(own.get(i), others.get(i));
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** For each id one of the other organization's, of the same kind. */
    private static List<String> foreign(List<String> own) throws SQLException {
        List<String> tables = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String id : own) {
            String table = tableOf(UUID.fromString(id));
            others.add(String.valueOf(Database.value(
                    "select id from " + table + " where organization_id = ? order by id offset "
                            + Collections.frequency(tables, table),
                    Demo.OTHER_ORGANIZATION)));
            tables.add(table);
        }
        return others;
    }

    private static String tableOf(UUID id) throws SQLException {
        for (String table : NAMED) {
            if ((Boolean) Database.value("select exists (select from " + table + " where id = ?)", id)) {
                return table;
            }
        }
        throw new AssertionError("An example names " + id + ", which the demonstration data does not hold");
    }

    /** With ids numbered in the order of their appearance. */
    private static String anonymous(Answer answer) {
        String text = answer.body().replaceAll(EVERY_CALL_HAS_ANOTHER, "");
        List<String> ids = UUIDS.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        for (String id : ids) {
            text = text.replace(id, "id" + ids.indexOf(id));
        }
        return text;
    }

    private static Set<String> idsOf(UUID organization) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Connection connection = Database.owner()) {
            for (String table : NAMED) {
                try (var statement =
                        connection.prepareStatement("select id from " + table + " where organization_id = ?")) {
                    statement.setObject(1, organization);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            ids.add(rows.getString(1));
                        }
                    }
                }
            }
        }
        return ids;
    }
}
