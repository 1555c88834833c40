package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaskTest {

    record Input(
            @Doc("Which.") String campaignId,
            @Doc(value = "What.", personal = true) @Nullable String search,
            @Doc(value = "Parts.", max = 5) List<Part> parts) {}

    record Part(
            @Doc("Step.") String stepId,
            @Doc(value = "Said.", personal = true) @Nullable String answer) {}

    @Test
    void hidesPersonalAndUnknownMembersAtAnyDepth() {
        assertEquals(
                json("{'campaignId':'c','search':'***','parts':[{'stepId':'s','answer':'***','x':'***'}],"
                        + "'other':'***','dryRun':true}"),
                masked("{'campaignId':'c','search':'Dupont','parts':[{'stepId':'s','answer':'Oui','x':1}],"
                        + "'other':{'phone':'06'},'dryRun':true}"));
    }

    @Test
    void showsWhatWasCleared() {
        assertEquals(json("{'search':null}"), masked("{'search':null}"));
    }

    @Test
    void tellsOnlyTheSizeOfLargeInputs() {
        JsonObject masked = masked("{'campaignId':'" + "x".repeat(9_000) + "'}");
        assertTrue(masked.getInt("omittedCharacters") > 9_000);
    }

    private static JsonObject masked(String json) {
        return Mask.of(Input.class, json(json));
    }

    private static JsonObject json(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
