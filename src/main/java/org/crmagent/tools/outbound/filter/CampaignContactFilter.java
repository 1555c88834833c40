package org.crmagent.tools.outbound.filter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmagent.store.Criteria;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Which contacts of one campaign are meant: those that meet every criterion. */
public record CampaignContactFilter(
        @Flat MemberCriteria criteria,

        @Doc("What must hold of the contact itself.") @Nullable
        ContactFilter contact) {

    /**
     * Rules across the criteria; an empty filter is refused.
     *
     * @param pointer where the filter stands in the input
     * @param campaignId the campaign whose contacts are chosen
     * @param instead what to give for all contacts of the campaign
     */
    public void check(String pointer, UUID campaignId, String instead, Violations violations) {
        if (criteria.isEmpty() && contact == null) {
            violations.add(pointer, "empty_filter", "an empty filter is refused: give a criterion, or " + instead);
        }
        criteria.check(pointer, campaignId, violations);
        if (contact != null) {
            contact.check(pointer + "/contact", violations);
        }
    }

    /** The ids that select, by what they name. */
    public Map<UnknownFilterIds.Named, List<UUID>> ids() {
        Map<UnknownFilterIds.Named, List<UUID>> ids = new EnumMap<>(criteria.ids());
        if (contact != null) {
            contact.criteria().ids().forEach((named, more) -> ids.merge(named, more, CampaignContactFilter::joined));
        }
        return ids;
    }

    private static List<UUID> joined(List<UUID> some, List<UUID> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** True when the conditions need {@code contact k} beside {@code campaign_contact m}. */
    public boolean needsContact() {
        return contact != null && !contact.criteria().isEmpty();
    }

    /** Adds the conditions over {@code campaign_contact m} and, where {@link #needsContact}, {@code contact k}. */
    public void addTo(Criteria sql) {
        criteria.addTo(sql);
        if (contact != null) {
            contact.addTo(sql);
        }
    }
}
