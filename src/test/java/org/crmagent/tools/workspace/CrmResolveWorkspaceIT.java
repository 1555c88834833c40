package org.crmagent.tools.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is meant is found, however typed, and nobody else is taken for them. */
class CrmResolveWorkspaceIT extends OverHttp {
    private static final String LUMIERE = "00000001-0000-4000-8000-000000000001";
    private static final String ATELIER = "00000002-0000-4000-8000-000000000002";
    private static final String DUVAL = "00000003-0000-4000-8000-000000000003";

    @ParameterizedTest
    @CsvSource({
        "lumière énergie, name, " + LUMIERE,
        "LUMIERE ENERGIE, name, " + LUMIERE,
        "energie lumiere, name, " + LUMIERE,
        "lumiere enregie, name, " + LUMIERE,
        "Lumire Enrgie, name, " + LUMIERE,
        "lumiere-energie, slug, " + LUMIERE,
        "claire fontane, owner_name, " + LUMIERE,
        "Claire.Fontaine@lumiere-energie.example, owner_email, " + LUMIERE,
        "atelier numerik rhone, name, " + ATELIER,
        "Rhône Numérique, name, " + ATELIER,
        "duvla, name, " + DUVAL
    })
    void findsWhatIsTypedLoosely(String query, String matchedOn, String id) {
        JsonObject output = resolve(Json.createObjectBuilder().add("query", query));
        assertEquals(id, output.getString("resolvedOrganizationId"), output::toString);
        JsonObject best = output.getJsonArray("matches").getJsonObject(0);
        assertEquals(id, best.getString("organizationId"));
        assertEquals(matchedOn, best.getJsonArray("matchedOn").getString(0));
        double score = best.getJsonNumber("score").doubleValue();
        assertTrue(score >= 0.6 && score <= 1, output::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz inconnu", "--", "%%", "[a]"})
    void findsNothingForStrangers(String query) {
        Answer answer = call(Json.createObjectBuilder().add("query", query));
        assertEquals(200, answer.status(), answer::body);
        assertTrue(answer.output().getJsonArray("matches").isEmpty(), answer::body);
        assertTrue(answer.output().isNull("resolvedOrganizationId"));
        assertTrue(answer.data().getJsonArray("warnings").isEmpty());
    }

    @Test
    void saysWhenItIsNotCertain() {
        Answer answer = call(Json.createObjectBuilder().add("query", "example"));
        assertTrue(answer.output().getJsonArray("matches").size() > 1, answer::body);
        assertTrue(answer.output().isNull("resolvedOrganizationId"));
        assertEquals(
                "ambiguous_workspace",
                answer.data().getJsonArray("warnings").getJsonObject(0).getString("code"));
        assertTrue(answer.data().getJsonArray("nextActions").isEmpty());
        assertFalse(answer.data().getString("summary").contains("Lumière"));
    }

    @Test
    void limitsTheMatchesNotTheDoubt() {
        JsonObject output =
                resolve(Json.createObjectBuilder().add("query", "example").add("limit", 1));
        assertEquals(1, output.getJsonArray("matches").size());
        assertTrue(output.isNull("resolvedOrganizationId"));
    }

    @Test
    void wantsAllCriteriaToHold() {
        assertEquals(
                LUMIERE,
                resolve(Json.createObjectBuilder().add("slug", "lumiere-energie"))
                        .getString("resolvedOrganizationId"));
        assertEquals(
                List.of("slug", "owner_email"),
                resolve(Json.createObjectBuilder()
                                .add("slug", "lumiere-energie")
                                .add("ownerEmail", " CLAIRE.fontaine@lumiere-energie.example"))
                        .getJsonArray("matches")
                        .getJsonObject(0)
                        .getJsonArray("matchedOn")
                        .getValuesAs(value -> ((JsonString) value).getString()));
        assertTrue(resolve(Json.createObjectBuilder()
                        .add("slug", "lumiere-energie")
                        .add("organizationId", ATELIER))
                .getJsonArray("matches")
                .isEmpty());
        assertTrue(resolve(Json.createObjectBuilder().add("query", "vins").add("organizationId", ATELIER))
                .getJsonArray("matches")
                .isEmpty());
    }

    @Test
    void leadsToTheOverviewOnlyWhereTheModuleIsOn() {
        JsonArray on = call(Json.createObjectBuilder().add("organizationId", ATELIER))
                .data()
                .getJsonArray("nextActions");
        assertEquals(1, on.size());
        assertEquals("get_crm_workspace_overview", on.getJsonObject(0).getString("toolName"));
        assertEquals(ATELIER, on.getJsonObject(0).getString("organizationId"));
        Answer off = call(Json.createObjectBuilder().add("organizationId", DUVAL));
        assertEquals(DUVAL, off.output().getString("resolvedOrganizationId"));
        assertEquals(
                JsonValue.FALSE,
                off.output().getJsonArray("matches").getJsonObject(0).get("outboundEnabled"));
        assertTrue(off.data().getJsonArray("nextActions").isEmpty());
    }

    @Test
    void wantsAtLeastOneCriterion() {
        Answer answer = call(Json.createObjectBuilder().add("limit", 3));
        assertEquals(400, answer.status(), answer::body);
        assertEquals("validation_failed", answer.code());
        assertEquals(
                "/input",
                answer.output().getJsonArray("violations").getJsonObject(0).getString("pointer"));
    }

    private JsonObject resolve(JsonObjectBuilder input) {
        Answer answer = call(input);
        assertEquals(200, answer.status(), answer::body);
        return answer.output();
    }

    private Answer call(JsonObjectBuilder input) {
        return api.tool(
                "crm_resolve_workspace",
                Json.createObjectBuilder().add("input", input).build());
    }
}
