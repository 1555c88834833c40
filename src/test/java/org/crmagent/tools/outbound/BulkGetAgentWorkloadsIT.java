package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

class BulkGetAgentWorkloadsIT extends OverHttp {

    @Test
    void equalsWhatTheRowsSay() throws SQLException {
        Answer answer = workloads(JsonObject.EMPTY_JSON_OBJECT);
        assertEquals(200, answer.status(), answer.body());
        assertEquals(6, answer.output().getJsonArray("agents").size());
        for (JsonObject row : answer.output().getJsonArray("agents").getValuesAs(JsonObject.class)) {
            UUID agent = UUID.fromString(row.getString("agentId"));
            assertEquals(
                    count(
                            "campaign_contact where assigned_agent_id = ? and state in ('to_call', 'in_progress', 'follow_up')",
                            agent),
                    row.getInt("assignedOpen"));
            assertEquals(
                    count("campaign_contact where assigned_agent_id = ? and state = 'qualified'", agent),
                    row.getJsonObject("byState").getInt("qualified", 0));
            assertEquals(
                    count("follow_up where agent_id = ? and status = 'pending' and due_at < now()", agent),
                    row.getInt("followUpsOverdue"));
            assertEquals(
                    count(
                            "follow_up f join campaign c on c.id = f.campaign_id where f.agent_id = ? and f.status = 'pending'"
                                    + " and (due_at at time zone c.timezone)::date = (now() at time zone c.timezone)::date",
                            agent),
                    row.getInt("followUpsDueToday"));
            assertEquals(
                    count(
                            "call_log l join app_user u on u.id = l.agent_id where l.agent_id = ? and started_at <= now()"
                                    + " and (started_at at time zone u.timezone)::date > (now() at time zone u.timezone)::date - 7",
                            agent),
                    row.getInt("callsLast7Days"));
        }
        assertEquals(
                count(
                        "campaign_contact cc join campaign c on c.id = cc.campaign_id where cc.organization_id = ?"
                                + " and cc.assigned_agent_id is null and c.status not in ('completed', 'archived')"
                                + " and cc.state in ('to_call', 'in_progress', 'follow_up')",
                        Demo.ORGANIZATION),
                answer.output().getInt("unassignedContacts"));
    }

    @Test
    void countsInCampaignsOnly() throws SQLException {
        Answer answer = workloads(Json.createObjectBuilder()
                .add("agentIds", Json.createArrayBuilder().add(Demo.agent(1).toString()))
                .add(
                        "campaignIds",
                        Json.createArrayBuilder().add(Demo.campaign(1).toString()))
                .build());
        assertEquals(
                count(
                        "campaign_contact where assigned_agent_id = ? and state in ('to_call', 'in_progress', 'follow_up')"
                                + " and campaign_id = '" + Demo.campaign(1) + "'",
                        Demo.agent(1)),
                answer.output().getJsonArray("agents").getJsonObject(0).getInt("assignedOpen"));
    }

    @Test
    void tellsWhatItDidNotFind() {
        UUID unknown = UUID.randomUUID();
        Answer answer = workloads(Json.createObjectBuilder()
                .add(
                        "agentIds",
                        Json.createArrayBuilder().add(Demo.agent(8).toString()).add(unknown.toString()))
                .add(
                        "campaignIds",
                        Json.createArrayBuilder().add(UUID.randomUUID().toString()))
                .build());
        assertEquals(1, answer.output().getJsonArray("agents").size(), answer.body());
        assertEquals(2, answer.output().getJsonArray("notFound").size());
        assertEquals(
                "not_found",
                answer.data().getJsonArray("warnings").getJsonObject(0).getString("code"));
    }

    private Answer workloads(JsonObject input) {
        return api.tool("bulk_get_agent_workloads", Demo.ORGANIZATION, input);
    }

    private static int count(String from, UUID id) throws SQLException {
        return ((Long) Database.value("select count(*) from " + from, id)).intValue();
    }
}
