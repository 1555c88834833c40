package org.crmagent.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CampaignStatusTest {

    @Test
    void allowsTheStepsOfTheLifeCycleAndNoOther() {
        Set<String> steps = new TreeSet<>();
        Arrays.stream(CampaignStatus.values()).forEach(from -> from.next().forEach(to -> steps.add(from + " " + to)));
        assertEquals(
                Set.of(
                        "DRAFT ACTIVE",
                        "DRAFT ARCHIVED",
                        "ACTIVE PAUSED",
                        "ACTIVE COMPLETED",
                        "PAUSED ACTIVE",
                        "PAUSED COMPLETED",
                        "COMPLETED ARCHIVED"),
                steps);
    }
}
