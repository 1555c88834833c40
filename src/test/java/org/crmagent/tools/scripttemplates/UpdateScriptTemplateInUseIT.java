package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

/** Changes of a script that campaigns have, take or read meanwhile. */
class UpdateScriptTemplateInUseIT extends ScriptCalls {
    @Test
    void staysPublishedWhileACampaignHasIt() throws SQLException {
        String id = published("En service");
        String campaign = campaign(id, "draft");
        Answer refused = update(id, input().add("status", "draft"));
        assertEquals("invalid_state", refused.code(), refused.body());
        assertEquals(List.of("/input/status template_attached"), refused.violations());
        Answer shown = follow(refused);
        assertEquals(
                campaign,
                shown.output().getJsonArray("campaigns").getJsonObject(0).getString("id"));
        Database.value("update campaign set status = 'archived' where id = ? returning 1", UUID.fromString(campaign));
        assertEquals(200, update(id, input().add("status", "archived")).status());
    }

    /** A campaign that takes the template at the same moment is waited for. */
    @Test
    void seesTheCampaignThatIsJustTakingIt() throws Exception {
        String id = published("Course");
        try (Connection taking = Database.owner()) {
            taking.setAutoCommit(false);
            run(taking, "select 1 from script_template where id = ? for share", UUID.fromString(id));
            run(
                    taking,
                    "insert into campaign (organization_id, name, script_template_id) values ('" + Demo.ORGANIZATION
                            + "', '" + unique("Course") + "', ?) returning 1",
                    UUID.fromString(id));
            CompletableFuture<Answer> update =
                    CompletableFuture.supplyAsync(() -> update(id, input().add("status", "draft")));
            TimeUnit.MILLISECONDS.sleep(500);
            assertTrue(!update.isDone(), "the update did not wait");
            taking.commit();
            assertEquals("invalid_state", update.join().code());
        }
    }

    @Test
    void isNotAttachedWhileItLeavesPublished() throws Exception {
        String id = published("Course");
        String campaign = campaign(published("Autre"), "draft");
        try (Connection leaving = Database.owner()) {
            leaving.setAutoCommit(false);
            run(leaving, "update script_template set status = 'draft' where id = ? returning 1", UUID.fromString(id));
            CompletableFuture<Answer> attach = CompletableFuture.supplyAsync(() -> call(
                    "attach_campaign_templates",
                    input().add("campaignId", campaign)
                            .add("scriptTemplateId", id)
                            .add("replace", true)));
            TimeUnit.MILLISECONDS.sleep(500);
            assertTrue(!attach.isDone(), "the attachment did not wait");
            leaving.commit();
            assertEquals("invalid_state", attach.join().code());
        }
    }

    @Test
    void keepsExecutionsWithTheirScript() throws SQLException {
        String id = published("Lecture");
        String campaign = campaign(id, "active");
        Object execution = execution(id, campaign);
        Answer answer = update(id, input().add("steps", steps(TREE)));
        assertEquals(List.of("executions_in_progress"), answer.warnings());
        assertEquals(
                "{\"steps\": []}",
                Database.value("select template_snapshot::text from script_execution where id = ?", execution));
        assertEquals(List.of(), update(id, input().add("description", "x")).warnings());
    }

    private static void run(Connection connection, String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeQuery();
        }
    }
}
