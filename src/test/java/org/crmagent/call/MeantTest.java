package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What says nothing is left out at every level, what means something is kept. */
class MeantTest {

    record Input(
            @Doc("Cleared by null.") Change<Integer> limit,
            @Doc("Filter.") @Nullable Filter filter,
            @Doc(value = "Filters.", max = 3) @Nullable List<Filter> filters,
            @Flat Filter flat) {}

    record Filter(
            @Doc(value = "Search.", max = 9) @Nullable String search,

            @Doc(value = "Values.", max = 9, itemMax = 9) @Nullable
            JsonObject custom) {}

    @Test
    void leavesOutNullsAndFalseControls() {
        assertEquals(
                json("{'limit':null,'filter':{'custom':{'a':null}},'filters':[{},{'search':'x'}],'confirm':true}"),
                Meant.by(
                        Input.class,
                        json(
                                "{'limit':null,'search':null,'dryRun':false,'confirm':true,'expectedCount':null,"
                                        + "'filter':{'search':null,'custom':{'a':null}},'filters':[{'search':null},{'search':'x'}]}")));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
