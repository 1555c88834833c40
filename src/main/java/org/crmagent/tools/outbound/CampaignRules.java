package org.crmagent.tools.outbound;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.LegalBasis;
import org.crmagent.model.VisibleName;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** Rules of campaigns that need no data. */
final class CampaignRules {

    private CampaignRules() {}

    /** Labels that can be read, and told apart. */
    static void tags(@Nullable List<String> tags, Violations violations) {
        for (int i = 0; tags != null && i < tags.size(); i++) {
            String tag = tags.get(i);
            boolean readable = VisibleName.isVisible(tag)
                    && tag.codePoints().noneMatch(Character::isISOControl)
                    && tag.equals(tag.strip());
            if (!readable) {
                violations.add(
                        "/tags/" + i,
                        "unreadable_tag",
                        "a tag must hold a letter, digit or sign, without spaces around it");
            }
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
                .filter(zone -> near(zone, timezone.strip().replace(' ', '_')))
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .ifPresentOrElse(
                        zone -> violations.add("/timezone", "unknown_timezone", message, zone),
                        () -> violations.add("/timezone", "unknown_timezone", message));
    }

    /** Another case, the city alone, or a name that was cut. */
    private static boolean near(String zone, String given) {
        String city = zone.substring(zone.lastIndexOf('/') + 1);
        boolean cut = given.length() > 6 && zone.regionMatches(true, 0, given, 0, given.length());
        return zone.equalsIgnoreCase(given) || city.equalsIgnoreCase(given) || cut;
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

    static boolean workable(CampaignStatus status) {
        return status != CampaignStatus.COMPLETED && status != CampaignStatus.ARCHIVED;
    }

    /**
     * Contacts of completed and archived campaigns stay as they are.
     *
     * @param what what can't be done, e.g. {@code contacts can't be added}
     */
    static void workable(CampaignStatus status, String what) {
        if (!workable(status)) {
            String word = status.name().toLowerCase(Locale.ROOT);
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "Nothing was done: the campaign is " + word + ", so " + what
                            + "; use a draft, active or paused one.",
                    List.of(new Violation("/input/campaignId", "campaign_" + word, "the campaign is " + word, null)),
                    List.of(NextAction.of(
                            "list_campaigns",
                            "Shows campaigns that can be worked.",
                            Map.of("statuses", List.of("active", "paused", "draft")))));
        }
    }

    /** A campaign that is over can only lose templates; these are what a call would attach anew. */
    static void attachable(CampaignStatus status, @Nullable UUID script, @Nullable UUID qualification) {
        if (script != null || qualification != null) {
            workable(status, "templates can only be detached from it");
        }
    }

    /** Wider windows than the law allows are kept, with a warning. */
    static List<Warning> legalHours(Audience audience, List<CallingWindow> windows, @Nullable UUID id) {
        boolean wider = audience == Audience.CONSUMER
                && (windows.isEmpty() || !windows.stream().allMatch(CallingWindow::legalForConsumers));
        return wider
                ? List.of(new Warning(
                        "calling_windows_beyond_legal_hours",
                        "Consumers may be called Monday to Friday from 10 to 13 and 14 to 20 h only; contacts stay not"
                                + " callable outside these hours.",
                        id == null ? null : id.toString()))
                : List.of();
    }
}
