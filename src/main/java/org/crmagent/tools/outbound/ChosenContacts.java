package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.store.Sql;
import org.crmagent.tool.Refusal;
import org.jspecify.annotations.Nullable;

/** Contacts that a call names one by one. */
@ApplicationScoped
class ChosenContacts {

    private static final String KNOWN = """
            select k.id, m.contact_id is not null as member
            from contact k
            left join campaign_contact m
              on m.organization_id = k.organization_id and m.campaign_id = :campaignId and m.contact_id = k.id
            where k.organization_id = :organizationId and k.id = any (:ids::uuid[])
            """;

    @Inject
    Sql sql;

    private record Known(UUID id, boolean member) {}

    /**
     * How many of them are not in the campaign.
     *
     * @param ids null: none are named
     * @throws Refusal {@code not_found} for those that do not exist
     */
    long outside(UUID campaignId, @Nullable List<UUID> ids) {
        if (ids == null) {
            return 0;
        }
        List<Known> known = sql.of(KNOWN)
                .set("campaignId", campaignId)
                .set("ids", ids)
                .list(row -> new Known(row.uuid("id"), row.bool("member")));
        Set<UUID> found = known.stream().map(Known::id).collect(Collectors.toSet());
        List<UUID> unknown = ids.stream().filter(id -> !found.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.notFound(
                    "contact",
                    unknown.stream().map(id -> "/contactIds/" + ids.indexOf(id)).toList(),
                    unknown);
        }
        return known.stream().filter(contact -> !contact.member).count();
    }
}
