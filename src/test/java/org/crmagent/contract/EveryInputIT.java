package org.crmagent.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.crmagent.catalogue.Entry;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.schema.Faulty;
import org.crmagent.schema.Instances;
import org.crmagent.schema.StrictJson;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;

/** The running server takes and refuses what the published schemas do, and breaks on none of it. */
class EveryInputIT extends OverHttp {
    private static final int RUNS = 30;
    private static final int MOST_VIOLATIONS = 50;

    private final Calls calls = new Calls(api);

    @Test
    void takesWhatTheSchemaTakes() {
        for (Entry<?, ?> entry : Tools.catalogue().entries()) {
            Instances instances = new Instances(entry.inputSchema(), 11);
            for (int i = 0; i < RUNS; i++) {
                JsonObject input = Calls.harmless(entry, instances.next());
                Answer answer = calls.run(entry, input);
                List<String> broken = broken(entry, input);
                assertTrue(answer.status() < 500, () -> entry.name() + " " + input + "\n" + answer.body());
                if (broken.isEmpty() && input.get("cursor") instanceof JsonString) {
                    // no schema can tell a cursor that was issued from one that was made up
                    assertTrue(Set.of("validation_failed", "not_found").contains(answer.code()), answer::body);
                    continue;
                }
                assertEquals(
                        broken.isEmpty() ? "" : "validation_failed",
                        answer.status() == 400 ? answer.code() : "",
                        () -> entry.name() + " " + input + "\n" + answer.body());
                if (!broken.isEmpty()) {
                    assertEquals(broken, pointers(answer), answer::body);
                }
            }
        }
    }

    @Test
    void refusesWhatTheSchemaRefuses() {
        for (Entry<?, ?> entry : Tools.catalogue().entries()) {
            Instances instances = new Instances(entry.inputSchema(), 12);
            for (int i = 0; i < RUNS; i++) {
                Faulty faulty = nextSendable(instances);
                Answer answer = calls.run(entry, faulty.instance());
                assertEquals("validation_failed", answer.code(), () -> faulty + "\n" + answer.body());
                assertEquals(List.of(Violations.INPUT + faulty.pointer()), pointers(answer), answer::body);
            }
        }
    }

    /** One that the schema gets to see: integers beyond what JSON readers share are refused before. */
    private static Faulty nextSendable(Instances instances) {
        while (true) {
            Faulty faulty = instances.nextFaulty();
            try {
                StrictJson.object(faulty.instance().toString().getBytes(StandardCharsets.UTF_8));
                return faulty;
            } catch (Refusal unreadable) {
                assertEquals("too_large", faulty.code(), unreadable::sentence);
            }
        }
    }

    /** Where the tool's rules across members refuse an input that the schema takes. */
    private static List<String> broken(Entry<?, ?> entry, JsonObject input) {
        return entry.broken(input).stream()
                .map(Violation::pointer)
                .limit(MOST_VIOLATIONS)
                .toList();
    }

    private static List<String> pointers(Answer answer) {
        return answer.output()
                .getJsonArray("violations")
                .getValuesAs(violation -> violation.asJsonObject().getString("pointer"));
    }
}
