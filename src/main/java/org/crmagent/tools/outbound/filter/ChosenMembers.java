package org.crmagent.tools.outbound.filter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Which contacts of a campaign a bulk tool means: those named, of these or of all those that a filter matches. */
public record ChosenMembers(
        @Doc(
                value = "These contacts; with a filter, those of them that it matches.",
                min = 1,
                max = 1000,
                unique = true)
        @Nullable
        List<UUID> contactIds,

        @Doc("The campaign's contacts that match; at least one criterion.") @Nullable
        CampaignContactFilter filter) {

    /** True when neither is given. */
    public boolean isEmpty() {
        return contactIds == null && filter == null;
    }

    /**
     * Rules across the criteria of the filter, if there is one.
     *
     * @param instead what to give in place of an empty one
     */
    public void check(UUID campaignId, String instead, Violations violations) {
        if (filter != null) {
            filter.check("/filter", campaignId, instead, violations);
        }
    }

    /** The filter's ids that select, by what they name. */
    public Map<UnknownFilterIds.Named, List<UUID>> ids() {
        return filter == null ? Map.of() : filter.ids();
    }
}
