package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.crmagent.store.Listing;
import org.crmagent.store.Sql;

/** Finds which contacts stand on a page of a list, and how many there are, each the cheapest way. */
@ApplicationScoped
class ContactListing {

    /** So few are sorted faster than any walk through the names of the CRM finds twenty of them. */
    private static final long FEW = 1_500;

    /** Rows of a page, times how much dearer it is to look a contact up in an index than to put it into a hash. */
    private static final long WORTH_HASHING = 200;

    private static final String CONTACTS =
            "select coalesce(max(contacts), 0) as total from contact_count where organization_id = :organizationId";

    @Inject
    Sql sql;

    Listing listing(ContactScope scope, ContactOrder order, String name) {
        boolean hashed = order == ContactOrder.NAME && scope.inCampaign() && scope.counted() && worthHashing(scope);
        return new Listing(
                sql, order.segments(scope, hashed), scope.parameters(), name + " " + order + " " + scope.name());
    }

    /** The exact number of contacts in the scope. */
    long total(ContactScope scope) {
        if (!scope.counted()) {
            return sql.of("select count(*) as total " + scope.all())
                    .setAll(scope.parameters())
                    .planned()
                    .one(row -> row.number("total"));
        }
        return scope.inCampaign()
                ? sql.of("select coalesce(sum(m.contacts), 0) as total " + scope.counters())
                        .setAll(scope.parameters())
                        .one(row -> row.number("total"))
                : contacts();
    }

    /**
     * By name, a page of a campaign costs either a sort of the campaign's contacts, or a walk through the names of the CRM
     * that looks each up in the campaign: all names, divided by the campaign's contacts, for each row. Between few and many,
     * looking up in a hash of the campaign's contacts takes 1 to 3 ms where those two take 10.
     */
    private boolean worthHashing(ContactScope scope) {
        long some = total(scope);
        return some > FEW && some * some < WORTH_HASHING * contacts();
    }

    private long contacts() {
        return sql.of(CONTACTS).one(row -> row.number("total"));
    }
}
