package org.crmagent.call;

import static org.crmagent.it.JsonText.quoted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.probe.ProbeShiftPriorities;
import org.crmagent.schema.Checker;
import org.crmagent.schema.Schemas;
import org.crmagent.tool.Doc;
import org.crmagent.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaskTest {
    private static final String ID = "c0000001-0000-4000-8000-000000000004";

    enum Order {
        NEWEST_FIRST
    }

    record Input(
            @Doc("Which.") @Nullable UUID campaignId,
            @Doc(value = "Contacts.", max = 1000) @Nullable List<UUID> contactIds,

            @Doc(value = "Weights.", max = 9, itemMin = 1, itemMax = 9) @Nullable
            Map<UUID, Integer> weights,

            @Doc("Order.") @Nullable Order order,
            @Doc("When.") @Nullable Instant createdAfter,
            @Doc(value = "How many.", max = 1000) @Nullable Integer count,

            @Doc(value = "Country.", pattern = "^[A-Z]{2}$") @Nullable
            String country,

            @Doc(value = "What.", max = 9, personal = true) @Nullable
            String search,

            @Doc(value = "Parts.", max = 5) @Nullable List<Part> parts,
            @Doc("Filter.") @Nullable Part filter) {}

    record Part(
            @Doc(value = "Step.", max = 9) @Nullable String stepId,
            @Doc(value = "Parts.", max = 5) @Nullable List<Part> parts,

            @Doc(value = "Said.", max = 9, personal = true) @Nullable
            String answer) {}

    private static final JsonObject SCHEMA =
            Schemas.input(Input.class, ProbeShiftPriorities.class.getAnnotation(ToolSpec.class), true);
    private static final Checker CHECKER = Checker.of(SCHEMA);

    @Test
    void hidesPersonalAndUnknownMembersAtAnyDepth() {
        assertEquals(
                quoted(
                        "{'search':'***','parts':[{'stepId':'s','answer':'***','***':'***','parts':[{'answer':'***','parts':'***'}]}],"
                                + "'***':'***','dryRun':true,'previewToken':'***'}"),
                masked(
                        "{'search':'Dupont','parts':[{'stepId':'s','answer':'Oui','x':1,'parts':[{'answer':'Non','parts':'Dupont'}]}],"
                                + "'Jean Dupont':{'phone':'06'},'dryRun':true,'previewToken':'abc'}"));
    }

    @Test
    void hidesWhatStandsInTheWrongPlace() {
        String[] places = {
            "campaignId",
            "contactIds",
            "weights",
            "order",
            "createdAfter",
            "count",
            "country",
            "parts",
            "filter",
            "dryRun",
            "expectedCount"
        };
        for (String place : places) {
            for (String wrong : new String[] {
                "'Jean Dupont'", "['jean.dupont@secret.fr']", "{'jean.dupont@secret.fr':2}", "'0612345678'", "612345678"
            }) {
                String masked = masked("{'" + place + "':" + wrong + "}").toString();
                boolean figure = wrong.equals("612345678") && place.equals("expectedCount");
                assertEquals(figure, masked.contains("upont") || masked.contains("612345678"), place + ": " + masked);
            }
        }
        assertEquals(
                quoted("{'contactIds':['" + ID + "','***'],'weights':{'" + ID + "':2,'***':3}}"),
                masked("{'contactIds':['" + ID + "','jean.dupont@secret.fr'],'weights':{'" + ID + "':2,'Dupont':3}}"));
    }

    @Test
    void showsWhatFits() {
        JsonObject fitting = quoted("{'campaignId':'" + ID + "','contactIds':['" + ID + "'],'weights':{'" + ID
                + "':2},'order':'newest_first','createdAfter':'2026-11-26T08:00:00Z','count':7,'country':'FR','filter':{'stepId':'s'},"
                + "'confirm':true,'expectedCount':12,'search':null}");
        assertEquals(fitting, masked(fitting.toString()));
    }

    @Test
    void tellsOnlyTheSizeOfLargeInputs() {
        JsonObject masked = masked("{'contactIds':[" + "'" + ID + "'" + (",'" + ID + "'").repeat(300) + "]}");
        assertTrue(masked.getInt("omittedCharacters") > 9_000);
    }

    private static JsonObject masked(String json) {
        return Mask.of(Input.class, SCHEMA, CHECKER, quoted(json));
    }
}
