package org.crmagent.tools.outbound;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.LegalBasis;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** Rules of campaigns that need no data. */
final class CampaignRules {

    private CampaignRules() {}

    static void name(@Nullable String name, Violations violations) {
        if (name != null && name.isBlank()) {
            violations.add("/name", "blank", "the name must hold more than spaces");
        }
    }

    static void dates(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn, Violations violations) {
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            violations.add("/endsOn", "ends_before_start", "endsOn must not lie before startsOn", startsOn.toString());
        }
    }

    static void timezone(@Nullable String timezone, Violations violations) {
        if (timezone == null || ZoneId.getAvailableZoneIds().contains(timezone)) {
            return;
        }
        String message = "must be an IANA time zone such as Europe/Paris";
        ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equalsIgnoreCase(timezone.strip().replace(' ', '_')))
                .findFirst()
                .ifPresentOrElse(
                        zone -> violations.add("/timezone", "unknown_timezone", message, zone),
                        () -> violations.add("/timezone", "unknown_timezone", message));
    }

    static void windows(@Nullable List<CallingWindow> windows, Violations violations) {
        if (windows == null) {
            return;
        }
        for (int i = 0; i < windows.size(); i++) {
            CallingWindow window = windows.get(i);
            if (!window.from().isBefore(window.to())) {
                violations.add("/callingWindows/" + i + "/to", "ends_before_start", "to must lie after from");
            }
            for (int j = 0; j < i; j++) {
                if (window.overlaps(windows.get(j))) {
                    violations.add(
                            "/callingWindows/" + i, "overlapping_window", "overlaps the window " + j + " of the list");
                }
            }
        }
    }

    static void legalBasis(@Nullable Audience audience, @Nullable LegalBasis basis, Violations violations) {
        if (basis != null && audience != Audience.CONSUMER) {
            violations.add(
                    "/legalBasis",
                    "only_for_consumers",
                    "legalBasis needs audience consumer; leave it out or set that");
        }
    }

    /** Wider windows than the law allows are kept, with a warning. */
    static List<Warning> legalHours(Audience audience, List<CallingWindow> windows, @Nullable UUID id) {
        boolean wider = audience == Audience.CONSUMER && !windows.stream().allMatch(CallingWindow::legalForConsumers);
        return wider
                ? List.of(new Warning(
                        "calling_windows_beyond_legal_hours",
                        "Consumers may be called Monday to Friday from 10 to 13 and 14 to 20 h only; contacts stay not"
                                + " callable outside these hours.",
                        id == null ? null : id.toString()))
                : List.of();
    }
}
