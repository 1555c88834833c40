package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;

/** Calls that find contacts in several campaigns of a random CRM, and what tests read of their answers. */
abstract class SharedContactCalls extends OverHttp {
    protected static final String TOOL = "find_contacts_in_multiple_campaigns";

    protected RandomCrm random;
    protected Workspace crm;

    @BeforeEach
    protected void fill() throws SQLException {
        random = new RandomCrm(api, 500);
        crm = random.workspace;
        crm.run("""
                update campaign_contact set last_call_at = now() - (floor(random() * 14) + 0.5) * interval '1 day'
                where organization_id = :org and random() < 0.6
                """);
    }

    protected Answer find(JsonObjectBuilder input) {
        Answer answer = crm.call(TOOL, input.build());
        assertEquals(200, answer.status(), answer::body);
        return answer;
    }

    protected static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    protected static List<JsonObject> rows(Answer answer) {
        return answer.output().getJsonArray("contacts").getValuesAs(JsonObject.class);
    }

    protected static String id(JsonObject row) {
        return row.getJsonObject("contact").getString("id");
    }

    protected static JsonArray array(Collection<UUID> ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        ids.forEach(id -> array.add(id.toString()));
        return array.build();
    }
}
