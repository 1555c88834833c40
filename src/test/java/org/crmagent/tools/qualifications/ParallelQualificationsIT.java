package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.junit.jupiter.api.Test;

/** Qualifications that are made at the same moment, or while their form changes. */
class ParallelQualificationsIT extends QualificationCalls {

    @Test
    void oneOfManyAtOnceWins() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            Callable<Answer> call = () -> create(creation("{'owner': true}").add("status", "qualified"));
            List<Integer> statuses = callers
                    .invokeAll(Stream.generate(() -> call).limit(8).toList())
                    .stream()
                    .map(ParallelQualificationsIT::status)
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 409, 409, 409, 409, 409, 409, 409), statuses);
        } finally {
            callers.shutdownNow();
        }
        assertEquals(1, workspace.count("select count(*) from qualification where organization_id = :org"));
        countersHold();
    }

    private static int status(Future<Answer> answer) {
        try {
            return answer.get().status();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A value that is just being stored keeps the type of its field. */
    @Test
    void noTypeChangesUnderAValueThatIsJustStored() throws Exception {
        try (Connection storing = Database.owner()) {
            storing.setAutoCommit(false);
            run(storing, "select 1 from qualification_template where id = ? for share", form);
            run(
                    storing,
                    "insert into qualification (organization_id, campaign_id, contact_id, qualification_template_id, values)"
                            + " values ('" + workspace.id + "', '" + campaign + "', '" + contact
                            + "', ?, '{\"area\": 80}') returning 1",
                    form);
            CompletableFuture<Answer> retyping = CompletableFuture.supplyAsync(() -> workspace.call(
                    "update_qualification_template",
                    input().add("templateId", form.toString())
                            .add(
                                    "fields",
                                    json("{'all': [{'key': 'area', 'label': 'Surface', 'type': 'text'}]}")
                                            .get("all"))
                            .build()));
            TimeUnit.MILLISECONDS.sleep(500);
            assertFalse(retyping.isDone(), "the update did not wait");
            storing.commit();
            refused(retyping.join(), 409, "invalid_state", "/input/fields/0/type field_in_use");
        }
    }

    @Test
    void valuesFitTheFormThatIsJustChanging() throws Exception {
        try (Connection changing = Database.owner()) {
            changing.setAutoCommit(false);
            run(
                    changing,
                    "update qualification_template set fields = jsonb_set(fields, '{2,max}', '50') where id = ? returning 1",
                    form);
            CompletableFuture<Answer> creating = CompletableFuture.supplyAsync(() -> create(creation("{'area': 80}")));
            TimeUnit.MILLISECONDS.sleep(500);
            assertFalse(creating.isDone(), "the creation did not wait");
            changing.commit();
            refused(creating.join(), 400, "validation_failed", "/input/values/area out_of_range");
        }
    }

    private static void run(Connection connection, String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeQuery();
        }
    }
}
