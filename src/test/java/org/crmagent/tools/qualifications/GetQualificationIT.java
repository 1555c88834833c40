package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

class GetQualificationIT extends QualificationCalls {

    @Test
    void showsValuesWithLabelsAndWhatLacks() throws Exception {
        UUID agent = workspace.agent("active");
        UUID id = createdId(creation("{'heating': 'Gaz', 'note': 'n'}").add("agentId", agent.toString()));
        JsonObject output =
                done(get(input().add("qualificationId", id.toString()).build()));
        assertEquals(output, done(get(of(contact))));
        JsonObject shown = output.getJsonObject("qualification");
        assertEquals(campaign.toString(), shown.getString("campaignId"));
        assertEquals("Zoé X", shown.getString("contactName"));
        assertEquals("Müller & Fils", shown.getString("company"));
        assertEquals(form.toString(), shown.getString("qualificationTemplateId"));
        assertEquals(agent.toString(), shown.getJsonObject("agent").getString("id"));
        assertEquals("{heating=\"Gaz\", note=\"n\"}", new TreeMap<>(shown.getJsonObject("values")).toString());
        assertEquals(6, output.getJsonArray("fields").size());
        assertEquals(
                "{\"key\":\"heating\",\"label\":\"Chauffage\",\"value\":\"Gaz\"}",
                output.getJsonArray("fields").getJsonObject(1).toString());
        assertTrue(output.getJsonArray("fields").getJsonObject(0).isNull("value"));
        assertEquals("[\"owner\"]", output.getJsonArray("missingRequired").toString());
        assertEquals("{\"heating\":15}", output.getJsonObject("scoreParts").toString());
        assertEquals(35, output.getInt("mostScore"));
    }

    @Test
    void leadsToTheSchemaWhereThereIsNone() throws Exception {
        Answer none = get(of(contact));
        refused(none, 404, "not_found", "/input/contactId not_found");
        assertEquals("get_qualification_schema", nextAction(none).getString("toolName"));
        refused(get(of(UUID.randomUUID())), 404, "not_found", "/input/contactId not_found");
        refused(
                get(input().add("qualificationId", UUID.randomUUID().toString()).build()),
                404,
                "not_found",
                "/input/qualificationId not_found");
    }

    @Test
    void takesOneWayOfNaming() {
        refused(get(input().build()), 400, "validation_failed", "/input one_of");
        refused(get(input().add("campaignId", campaign.toString()).build()), 400, "validation_failed", "/input one_of");
        refused(
                get(input().add("qualificationId", campaign.toString())
                        .add("contactId", contact.toString())
                        .build()),
                400,
                "validation_failed",
                "/input one_of");
    }

    /** As many fields, as long labels, as many values as can be stored. */
    @Test
    void comesWholeHoweverLargeItIs() throws Exception {
        String fields = IntStream.range(0, 100)
                .mapToObj(i -> "{\"key\": \"" + "k".repeat(37) + (100 + i) + "\", \"label\": \"" + "🚲".repeat(100)
                        + "\", \"type\": \"long_text\", \"required\": true}")
                .collect(Collectors.joining(",", "[", "]"));
        UUID large = form("published", fields);
        String values = IntStream.range(0, 100)
                .mapToObj(i -> "'" + "k".repeat(37) + (100 + i) + "': '" + "é".repeat(78) + "'")
                .collect(Collectors.joining(",", "{", "}"));
        createdId(creation(values).add("templateId", large.toString()).add("status", "qualified"));
        Answer answer = get(of(contact));
        assertEquals(100, done(answer).getJsonArray("fields").size());
        assertTrue(answer.size() <= 96 * 1024);
        Answer schema = workspace.call(
                "get_qualification_schema",
                input().add("templateId", large.toString()).build());
        assertEquals(
                100,
                done(schema).getJsonObject("schema").getJsonArray("required").size());
    }

    private JsonObject of(UUID someone) {
        return input().add("campaignId", campaign.toString())
                .add("contactId", someone.toString())
                .build();
    }

    private Answer get(JsonObject input) {
        return workspace.call("get_qualification", input);
    }
}
