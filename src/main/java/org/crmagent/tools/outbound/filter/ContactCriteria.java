package org.crmagent.tools.outbound.filter;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmagent.store.ContactSearch;
import org.crmagent.store.Criteria;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** What contacts may be chosen by; all that is given must hold. */
public record ContactCriteria(
        @Doc(value = "One of these contacts.", min = 1, max = 1000, unique = true) @Nullable
        List<UUID> contactIds,

        @Doc(value = "Came by one of these imports.", min = 1, max = 50, unique = true) @Nullable
        List<UUID> importFolderIds,

        @Doc(value = "Has one of these tags.", min = 1, max = 50, itemMax = 200, unique = true) @Nullable
        List<String> tagsAny,

        @Doc(value = "Has all of these tags.", min = 1, max = 50, itemMax = 200, unique = true) @Nullable
        List<String> tagsAll,

        @Doc(value = "Has none of these tags.", min = 1, max = 50, itemMax = 200, unique = true) @Nullable
        List<String> tagsNone,

        @Doc(
                value =
                        "Part of name, company, e-mail or phone (3 digits or more, however spaced, 00 for +); case and accents don't matter.",
                min = 3,
                max = 200,
                personal = true)
        @Nullable
        String search,

        @Doc(value = "City, exactly.", min = 1, max = 50, itemMax = 200, unique = true) @Nullable
        List<String> cities,

        @Doc(value = "Country, ISO 3166-1 alpha-2.", min = 1, max = 50, pattern = "^[A-Z]{2}$", unique = true) @Nullable
        List<String> countries,

        @Doc(value = "Source, exactly.", min = 1, max = 50, itemMax = 200, unique = true) @Nullable
        List<String> sources,

        @Doc(value = "Language, exactly.", min = 1, max = 50, itemMax = 40, unique = true) @Nullable
        List<String> languages,

        @Doc("True: has phoneE164; false: has none.") @Nullable
        Boolean hasPhone,

        @Doc("True: has an e-mail; false: has none.") @Nullable
        Boolean hasEmail,

        @Doc("Made at or after this time.") @Nullable Instant createdAfter,
        @Doc("Made before this time.") @Nullable Instant createdBefore,

        @Doc(value = "Is in one of these campaigns.", min = 1, max = 50, unique = true) @Nullable
        List<UUID> inCampaignIds,

        @Doc(value = "Is in none of these campaigns.", min = 1, max = 50, unique = true) @Nullable
        List<UUID> notInCampaignIds,

        @Doc("True: never called; false: called at least once.") @Nullable
        Boolean neverCalled,

        @Doc("Last called before this time.") @Nullable Instant lastCalledBefore,

        @Doc(
                value = "Custom fields with exactly these values; the type counts (5 is not \"5\").",
                min = 1,
                max = 10,
                pattern = "^.{1,100}$",
                itemMax = 200,
                personal = true)
        @Nullable
        JsonObject custom) {

    private static final ContactCriteria NONE = new ContactCriteria(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    private static final String MEMBERSHIP = "select from campaign_contact i"
            + " where i.organization_id = :organizationId and i.contact_id = k.id and i.campaign_id = any ";

    private static final String CALL =
            "select from call_log l where l.organization_id = :organizationId and l.contact_id = k.id";

    static ContactCriteria ofImports(List<UUID> ids) {
        return new ContactCriteria(
                null, ids, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    /** True when nothing is given. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * Rules across the criteria: what can match nothing is a mistake.
     *
     * @param pointer where the criteria stand in the input; empty for the input itself
     */
    public void check(String pointer, Violations violations) {
        ContactSearch.check(pointer, search, violations);
        Ranges.check(pointer, "createdAfter", createdAfter, "createdBefore", createdBefore, violations);
        if (Boolean.TRUE.equals(neverCalled) && lastCalledBefore != null) {
            violations.add(
                    pointer + "/lastCalledBefore",
                    "contradiction",
                    "who was never called has no last call: give neverCalled or lastCalledBefore");
        }
    }

    /** Adds the conditions over {@code contact k}. */
    public void addTo(Criteria sql) {
        sql.and("k.id = any (:contactIds::uuid[])", "contactIds", contactIds)
                .and("k.import_folder_id = any (:importFolderIds::uuid[])", "importFolderIds", importFolderIds)
                .and("k.tags && :tagsAny::text[]", "tagsAny", tagsAny)
                .and("k.tags @> :tagsAll::text[]", "tagsAll", tagsAll)
                .and("not k.tags && :tagsNone::text[]", "tagsNone", tagsNone)
                .and(ContactSearch.CONDITION, "search", search)
                .and("k.city = any (:cities::text[])", "cities", cities)
                .and("k.country = any (:countries::text[])", "countries", countries)
                .and("k.source = any (:sources::text[])", "sources", sources)
                .and("k.language = any (:languages::text[])", "languages", languages)
                .and(hasPhone, "k.phone_e164 is not null", "k.phone_e164 is null")
                .and(hasEmail, "k.email_key is not null", "k.email_key is null")
                .and("k.created_at >= :createdAfter", "createdAfter", createdAfter)
                .and("k.created_at < :createdBefore", "createdBefore", createdBefore)
                .and("exists (" + MEMBERSHIP + "(:inCampaignIds::uuid[]))", "inCampaignIds", inCampaignIds)
                .and("not exists (" + MEMBERSHIP + "(:notInCampaignIds::uuid[]))", "notInCampaignIds", notInCampaignIds)
                .and(neverCalled, "not exists (" + CALL + ")", "exists (" + CALL + ")")
                .and(
                        "exists (" + CALL + ") and not exists (" + CALL + " and l.started_at >= :lastCalledBefore)",
                        "lastCalledBefore",
                        lastCalledBefore)
                .and("k.custom @> :custom::jsonb", "custom", custom);
    }

    /** The ids that select, by what they name. */
    public Map<UnknownFilterIds.Named, List<UUID>> ids() {
        return Map.of(
                UnknownFilterIds.Named.CONTACT, orNone(contactIds),
                UnknownFilterIds.Named.IMPORT_FOLDER, orNone(importFolderIds),
                UnknownFilterIds.Named.CAMPAIGN,
                        Stream.concat(orNone(inCampaignIds).stream(), orNone(notInCampaignIds).stream())
                                .distinct()
                                .toList());
    }

    private static List<UUID> orNone(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }
}
