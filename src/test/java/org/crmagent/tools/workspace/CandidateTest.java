package org.crmagent.tools.workspace;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.UUID;
import org.crmagent.model.OrganizationStatus;
import org.junit.jupiter.api.Test;

/** When it is certain which workspace is meant. */
class CandidateTest {

    @Test
    void nothingIsNobody() {
        assertNull(Candidate.resolve(List.of()));
    }

    @Test
    void theOnlyExactOneWinsHoweverCloseTheNext() {
        Candidate exact = of(1, true);
        assertSame(exact, Candidate.resolve(List.of(exact, of(1, false), of(0.99, false))));
    }

    @Test
    void twoExactOnesAreAmbiguousUnlessTheScoreDecides() {
        assertNull(Candidate.resolve(List.of(of(1, true), of(1, true))));
        Candidate better = of(1, true);
        assertSame(better, Candidate.resolve(List.of(better, of(0.8, true))));
    }

    @Test
    void sixTenthsAreCloseEnough() {
        Candidate close = of(0.6, false);
        assertSame(close, Candidate.resolve(List.of(close)));
        assertNull(Candidate.resolve(List.of(of(0.599, false))));
    }

    @Test
    void twoTenthsAreWellAhead() {
        Candidate ahead = of(0.8, false);
        assertSame(ahead, Candidate.resolve(List.of(ahead, of(0.6, false))));
        assertNull(Candidate.resolve(List.of(ahead, of(0.601, false))));
    }

    private static Candidate of(double score, boolean exact) {
        return new Candidate(
                new CrmResolveWorkspace.Match(
                        UUID.randomUUID(),
                        "Maison",
                        "maison",
                        null,
                        null,
                        true,
                        OrganizationStatus.ACTIVE,
                        score,
                        List.of(CrmResolveWorkspace.MatchedOn.NAME)),
                exact);
    }
}
