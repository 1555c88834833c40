package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.LegalBasis;
import org.crmagent.model.Weekday;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;

class CampaignRulesTest {
    private final Violations violations = new Violations();

    @Test
    void takesACampaignOfOneDay() {
        LocalDate day = LocalDate.of(2027, 1, 4);
        CampaignRules.dates(day, day, violations);
        CampaignRules.dates(null, day, violations);
        assertEquals(List.of(), violations.found());
        CampaignRules.dates(day, day.minusDays(1), violations);
        assertEquals(List.of("/input/endsOn"), pointers());
    }

    @Test
    void suggestsTheZoneThatDiffersInCaseOnly() {
        CampaignRules.timezone("america/NEW york", violations);
        assertEquals("America/New_York", violations.found().get(0).suggestion());
    }

    @Test
    void pointsAtEachWindowThatIsEmptyOrOverlaps() {
        CampaignRules.windows(List.of(window(9, 12), window(11, 13), window(14, 14), window(18, 17)), violations);
        assertEquals(
                List.of("/input/callingWindows/1", "/input/callingWindows/2/to", "/input/callingWindows/3/to"),
                pointers());
    }

    @Test
    void takesALegalBasisForConsumersOnly() {
        CampaignRules.legalBasis(Audience.CONSUMER, LegalBasis.CONSENT, violations);
        CampaignRules.legalBasis(Audience.BUSINESS, null, violations);
        assertEquals(List.of(), violations.found());
        CampaignRules.legalBasis(Audience.BUSINESS, LegalBasis.CONSENT, violations);
        CampaignRules.legalBasis(null, LegalBasis.EXISTING_CONTRACT, violations);
        assertEquals(List.of("/input/legalBasis", "/input/legalBasis"), pointers());
    }

    @Test
    void warnsOfConsumersCalledBeyondLegalHoursOnly() {
        List<CallingWindow> early = List.of(window(9, 12));
        UUID id = UUID.randomUUID();
        assertEquals(1, CampaignRules.legalHours(Audience.CONSUMER, early, id).size());
        assertEquals(0, CampaignRules.legalHours(Audience.BUSINESS, early, id).size());
        assertEquals(
                0,
                CampaignRules.legalHours(Audience.CONSUMER, CallingWindow.LEGAL_FOR_CONSUMERS, id)
                        .size());
    }

    private List<String> pointers() {
        return violations.found().stream().map(Violation::pointer).toList();
    }

    private static CallingWindow window(int from, int to) {
        return new CallingWindow(List.of(Weekday.MONDAY), LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
