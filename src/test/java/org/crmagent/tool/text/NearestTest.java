package org.crmagent.tool.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of(
            "list_campaigns",
            "get_campaign",
            "update_outbound_campaign",
            "campaignId",
            "agentIds",
            "startsOn",
            "endsOn");

    @ParameterizedTest
    @CsvSource({
        "campaign_id, campaignId",
        "CAMPAIGN-ID, campaignId",
        "campaingId, campaignId",
        "agent ids, agentIds",
        "agentsId, agentIds",
        "startOn, startsOn",
        "endOn, endsOn",
        "campaigns_list, list_campaigns",
        "listCampagnes, list_campaigns",
        "Gét Campaign, get_campaign",
        "colour,",
        "x,"
    })
    void findsWhatWasMeant(String given, String meant) {
        assertEquals(Optional.ofNullable(meant), Nearest.of(given, NAMES));
    }

    @Test
    void doesNotChooseBetweenEquallyNear() {
        assertEquals(Optional.empty(), Nearest.of("minScorn", List.of("minScore", "minScorm")));
        assertEquals(Optional.empty(), Nearest.of("anything", List.of()));
        assertEquals(Optional.empty(), Nearest.of("campaignId".repeat(20), NAMES));
    }

    @Test
    void namesThreeHoweverFar() {
        assertEquals("get_campaign", Nearest.three("get_campain", NAMES).get(0));
        assertEquals(3, Nearest.three("x".repeat(1_000_000), NAMES).size());
        assertEquals(List.of("a"), Nearest.three("zzz", List.of("a")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, abc, 0",
        "abc, '', 3",
        "abc, acb, 1",
        "abc, ab, 1",
        "abc, xbc, 1",
        "kitten, sitting, 3",
        "ca, abc, 3"
    })
    void countsSlips(String a, String b, int slips) {
        assertEquals(slips, Slips.between(a, b));
        assertEquals(slips, Slips.between(b, a));
    }

    @ParameterizedTest
    @CsvSource({"ÉTÉ, ete", "Œuvre, oeuvre", "Straße, strasse", "Łódź, lodz", "İstanbul, istanbul", "a B-c_d, a b-c_d"})
    void foldsCaseAndAccents(String text, String folded) {
        assertEquals(folded, Fold.fold(text));
    }
}
