package org.crmagent.model.calling;

import java.time.LocalDate;
import java.util.List;
import org.crmagent.model.Audience;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * What of a campaign decides whether its contacts are callable.
 *
 * @param timezone in which its days and windows lie
 * @param callingWindows empty: at any time
 */
public record CallingCampaign(
        CampaignStatus status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String timezone,
        List<CallingWindow> callingWindows,
        Audience audience,
        @Nullable LegalBasis legalBasis,
        int maxAttempts,
        int retryDelayMinutes) {}
