package org.crmagent.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.crmagent.catalogue.Entry;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Demo;
import org.crmagent.schema.Checker;

/** Calls tools by what the catalogue says of them, on one server. */
record Calls(Api api) {
    private static final int LARGEST = 96 * 1024;
    private static final int LARGEST_PAGE = 24 * 1024;

    /** In the first organization of the demonstration data. */
    Answer run(Entry<?, ?> entry, JsonObject input) {
        return run(entry, Demo.ORGANIZATION, input);
    }

    /** In an organization, unless the tool takes none. */
    Answer run(Entry<?, ?> entry, UUID organization, JsonObject input) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("input", input);
        if (entry.spec().organization()) {
            body.add("organizationId", organization.toString());
        }
        return api.tool(entry.name(), body.build());
    }

    /** The input of a call that keeps nothing. */
    static JsonObject harmless(Entry<?, ?> entry, JsonObject input) {
        return entry.mutates()
                ? Json.createObjectBuilder(input).add("dryRun", JsonValue.TRUE).build()
                : input;
    }

    /** Holds a successful answer to what is published and to the sizes of the contract. */
    static void holdsTheContract(Entry<?, ?> entry, JsonObject input, Answer answer) {
        assertEquals(200, answer.status(), answer::body);
        assertEquals(List.of(), Checker.of(entry.outputSchema()).check(answer.output(), ""), answer::body);
        assertTrue(answer.data().getString("summary").matches(".*[.!]"), answer::body);
        int size = answer.body().getBytes(StandardCharsets.UTF_8).length;
        boolean page = answer.envelope().getJsonObject("meta").containsKey("perPage") && !input.containsKey("perPage");
        assertTrue(size <= (page ? LARGEST_PAGE : LARGEST), () -> entry.name() + " answered " + size + " bytes");
    }
}
