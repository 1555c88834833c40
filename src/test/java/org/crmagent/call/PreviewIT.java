package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Confirmation, preview tokens and expected counts, as the road does them for any tool that declares them. */
class PreviewIT extends ProbeCalls {

    @BeforeEach
    void prepare() throws SQLException {
        organize();
    }

    @Test
    void wantsConfirmationAndOffersAPreview() throws SQLException {
        campaign("probe");
        Answer refused = shift(Json.createObjectBuilder());
        assertEquals(400, refused.status(), refused.body());
        assertEquals("confirmation_required", refused.code());
        JsonObject next = refused.data().getJsonArray("nextActions").getJsonObject(0);
        assertTrue(next.getJsonObject("suggestedInput").getBoolean("dryRun"));
    }

    @Test
    void appliesWhatWasPreviewedOnce() throws SQLException {
        UUID campaign = campaign("probe");
        Answer preview = shift(Json.createObjectBuilder().add("dryRun", true));
        assertEquals(1, preview.output().getInt("matched"), preview.body());
        assertTrue(preview.data().getBoolean("dryRun"));
        assertEquals(1, version(campaign));
        assertEquals(1, preview.data().getJsonArray("nextActions").size());

        JsonObject next = preview.data().getJsonArray("nextActions").getJsonObject(0);
        Answer applied = api.tool("probe_shift_priorities", organization, next.getJsonObject("suggestedInput"));
        assertEquals(200, applied.status(), applied.body());
        assertEquals(2, version(campaign));

        Answer again = api.tool("probe_shift_priorities", organization, next.getJsonObject("suggestedInput"));
        assertEquals("preview_stale", again.code(), again.body());
        assertEquals(2, version(campaign));
        assertEquals(1, again.output().getJsonObject("preview").getInt("matched"));
        String fresh = again.output().getString("previewToken");
        assertEquals(
                200,
                shift(Json.createObjectBuilder().add("confirm", true).add("previewToken", fresh))
                        .status());
    }

    @Test
    void refusesTokensOfOthersAndForgeries() throws SQLException {
        campaign("probe");
        String token =
                shift(Json.createObjectBuilder().add("dryRun", true)).output().getString("previewToken");
        assertTrue(token.length() <= 200);
        String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);
        for (String wrong : new String[] {forged, "nonsense", ""}) {
            Answer answer =
                    shift(Json.createObjectBuilder().add("confirm", true).add("previewToken", wrong));
            assertEquals(400, answer.status(), wrong);
            assertTrue(answer.code().equals("preview_invalid") || wrong.isEmpty(), answer.body());
        }
        JsonObject otherInput = Json.createObjectBuilder()
                .add("tag", "probe")
                .add("by", 2)
                .add("confirm", true)
                .add("previewToken", token)
                .build();
        assertEquals(
                "preview_invalid",
                api.tool("probe_shift_priorities", organization, otherInput).code());
    }

    @Test
    void comparesTheExpectedCount() throws SQLException {
        campaign("probe");
        campaign("probe");
        campaign("probe");
        Answer unsaid = shift(Json.createObjectBuilder().add("confirm", true));
        assertEquals("expected_count_required", unsaid.code(), unsaid.body());
        Answer wrong = shift(Json.createObjectBuilder().add("confirm", true).add("expectedCount", 2));
        assertEquals("expected_count_mismatch", wrong.code(), wrong.body());
        assertEquals(
                "3", wrong.output().getJsonArray("violations").getJsonObject(0).getString("suggestion"));
        assertEquals(
                200,
                shift(Json.createObjectBuilder().add("confirm", true).add("expectedCount", 3))
                        .status());
    }

    @Test
    void failsADryRunWhereTheRunWouldFail() throws SQLException {
        campaign("probe");
        Answer wrong = shift(Json.createObjectBuilder().add("dryRun", true).add("expectedCount", 2));
        assertEquals("expected_count_mismatch", wrong.code(), wrong.body());
        Answer forged = shift(Json.createObjectBuilder().add("dryRun", true).add("previewToken", "forged"));
        assertEquals("preview_invalid", forged.code(), forged.body());
        Answer right = shift(Json.createObjectBuilder().add("dryRun", true).add("expectedCount", 1));
        JsonObject next = right.data().getJsonArray("nextActions").getJsonObject(0);
        assertEquals(1, next.getJsonObject("suggestedInput").getInt("expectedCount"), "the caller's guard stays");
    }

    @Test
    void readsNullAsAbsent() throws SQLException {
        campaign("probe");
        String token =
                shift(Json.createObjectBuilder().add("dryRun", true)).output().getString("previewToken");
        Answer answer = shift(Json.createObjectBuilder()
                .add("confirm", true)
                .add("previewToken", token)
                .addNull("expectedCount")
                .addNull("note"));
        assertEquals(200, answer.status(), answer.body());
    }

    @Test
    void takesEachSpellingOfTheSameInput() throws SQLException {
        UUID id = UUID.fromString("abcdef01-0000-4000-8000-00000000000f");
        campaign("probe");
        String token = shift(about(id.toString()).add("dryRun", true)).output().getString("previewToken");
        Answer answer = shift(about(id.toString().toUpperCase(Locale.ROOT))
                .add("way", "gently")
                .add("confirm", true)
                .add("previewToken", token));
        assertEquals(200, answer.status(), answer.body());
    }

    private static JsonObjectBuilder about(String id) {
        return Json.createObjectBuilder().add("about", id);
    }

    @Test
    void repairsADestructiveCallAsAPreview() throws SQLException {
        campaign("probe");
        Answer misspelled = api.tool(
                "probe_shift_priorities",
                organization,
                Json.createObjectBuilder()
                        .add("Tag", "probe")
                        .add("by", 1)
                        .add("confirm", true)
                        .add("expectedCount", 1)
                        .build());
        JsonObject suggested =
                misspelled.data().getJsonArray("nextActions").getJsonObject(0).getJsonObject("suggestedInput");
        assertEquals(
                Json.createObjectBuilder()
                        .add("by", 1)
                        .add("tag", "probe")
                        .add("dryRun", true)
                        .build(),
                suggested);
    }
}
