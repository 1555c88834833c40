package org.crmagent.tools.scriptexecutions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** Many who record answers of one contact at once: one execution, and no answer lost. */
class ParallelExecutionsIT extends ExecutionCalls {

    /** Whoever comes second finds the execution of whoever came first. */
    @Test
    void opensOneHoweverManyAskAtOnce() throws SQLException {
        int callers = 8;
        List<String> answers = List.of("Gaz", "Fioul", "Électricité");
        for (int round = 0; round < 3; round++) {
            contact = contact();
            List<CompletableFuture<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                var input = here().add("responses", responses("owner", "Oui", "heating", answers.get(i % 3)));
                calls.add(CompletableFuture.supplyAsync(() -> upsert(input), task -> new Thread(task).start()));
            }
            Set<String> ids = new HashSet<>();
            int created = 0;
            for (CompletableFuture<Answer> call : calls) {
                JsonObject output = output(call.join());
                ids.add(id(output));
                created += output.getBoolean("created") ? 1 : 0;
            }
            assertEquals(1, ids.size());
            assertEquals(1, created);
            assertEquals(
                    1,
                    workspace.count(
                            "select count(*) from script_execution where organization_id = :org and contact_id = ?",
                            contact));
        }
    }

    /** No answer of one caller is lost to another's. */
    @Test
    void mergesWhatIsRecordedAtOnce() {
        upserted(here());
        List<String[]> each = List.of(
                new String[] {"owner", "Oui"},
                new String[] {"heating", "Fioul"},
                new String[] {"age", "12"},
                new String[] {"area", "90"});
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (String[] answer : each) {
            var input = here().add("responses", responses(answer));
            calls.add(CompletableFuture.supplyAsync(() -> upsert(input), task -> new Thread(task).start()));
        }
        calls.forEach(call -> output(call.join()));
        assertEquals(
                input().add("owner", "Oui")
                        .add("heating", "Fioul")
                        .add("age", "12")
                        .add("area", "90")
                        .build(),
                output(get(here())).getJsonObject("execution").getJsonObject("responses"));
    }
}
