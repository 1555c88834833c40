package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.store.Sql;

/** Finds which contacts of imports have the same keys as each other, or as contacts outside: by value, never by pair. */
@ApplicationScoped
class ImportMatches {

    private static final String IMPORTED = """
            with imported as materialized (
              select id, external_id, phone, phone_e164, email, email_key, name_company_key, do_not_call
              from contact
              where organization_id = :organizationId and import_folder_id = any (:folders::uuid[])
            )""";

    /**
     * One row a value of a key that two contacts or more have, one of them of the import. Only the key's index is read: a
     * row of the table that is looked up for each entry would cost three times as much.
     */
    private static final String SHARED = """
            , %1$s as materialized (
              select c.%1$s as value,
                     count(*) filter (where c.import_folder_id = any (:folders::uuid[])) as held,
                     count(*) filter (where %2$s) as outside,
                     min(c.external_id) filter (where %2$s) as least_id,
                     max(c.external_id) filter (where %2$s) as greatest_id
              from %3$s
              group by c.%1$s
              having count(*) > 1 and count(*) filter (where c.import_folder_id = any (:folders::uuid[])) > 0
            )""";

    private static final String EACH_VALUE = """
            (select distinct i.%1$s from imported i where i.%1$s is not null) v
              join contact c on c.organization_id = :organizationId and c.%1$s = v.%1$s""";

    /** Looking up each value of an import of a million took thirteen times as long as reading the index from end to end. */
    private static final String ALL_VALUES =
            "contact c where c.organization_id = :organizationId and c.%1$s is not null";

    private static final String LARGE = """
            select count(*) * 4 > coalesce((select contacts from contact_count where organization_id = :organizationId), 0) as large
            from contact
            where organization_id = :organizationId and import_folder_id = any (:folders::uuid[])
            """;

    private static final String OUTSIDE = "c.import_folder_id is null or c.import_folder_id <> all (:folders::uuid[])";

    private static final String ROWS = """

            select count(*) as rows,
                   count(*) filter (where nullif(btrim(i.phone), '') is not null and i.phone_e164 is null) as invalid_phones,
                   count(*) filter (where i.email_key !~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$')
                     as invalid_emails,
                   count(*) filter (where i.do_not_call) as do_not_call""";

    private static final String CONFLICT = "(i.external_id <> %1$s.least_id or i.external_id <> %1$s.greatest_id)";

    private static final String LARGEST = """

            select key, value, held + outside as contacts
            from (%s) shared
            order by contacts desc, key, value
            limit :size
            """;

    private static final String CONTACTS = "select * from (select k.%1$s as value, k.created_at, " + Addition.FILLED
            + " as filled, " + ContactRow.COLUMNS + """
            , row_number() over (partition by k.%1$s order by %2$s desc, k.created_at, k.id) as place
            from contact k
            where k.organization_id = :organizationId and k.%1$s = any (:values::text[])) of_value
            where place <= 10
            order by value, place
            """;

    @Inject
    Sql sql;

    /** Rows of the imports, what is wrong with single ones, and how many match what. */
    record Figures(
            long rows,
            long withoutAnyKey,
            long invalidPhones,
            long invalidEmails,
            long doNotCall,
            long groups,
            long matched,
            long inside,
            long outside,
            long conflicts,
            Map<MatchKey, Long> byKey) {}

    /** A value that several contacts have. */
    record Shared(MatchKey key, String value, long contacts) {}

    /** A contact that has a value; the first of a value is the one to keep. */
    record Holder(String value, int filled, ContactRow contact) {}

    Figures figures(Collection<UUID> folders, List<MatchKey> keys) {
        String statement = shared(folders, keys) + ROWS
                + counted("matched", keys, "%1$s.value is not null", " or ")
                + counted("inside", keys, "%1$s.held > 1", " or ")
                + counted("outside", keys, "%1$s.outside > 0", " or ")
                + counted("conflicts", keys, CONFLICT, " or ")
                + counted("without_any_key", keys, "i.%1$s is null", " and ")
                + ", " + each(keys, "(select count(*) from %1$s where held > 1)", " + ") + " as groups"
                + each(keys, ", count(%1$s.value) as matched_%1$s", "")
                + " from imported i"
                + each(keys, " left join %1$s on %1$s.value = i.%1$s", "");
        return sql.of(statement).planned().set("folders", folders).one(row -> figures(row, keys));
    }

    private static Figures figures(Row row, List<MatchKey> keys) {
        Map<MatchKey, Long> byKey = new EnumMap<>(MatchKey.class);
        keys.forEach(key -> byKey.put(key, row.number("matched_" + key.column())));
        return new Figures(
                row.number("rows"),
                row.number("without_any_key"),
                row.number("invalid_phones"),
                row.number("invalid_emails"),
                row.number("do_not_call"),
                row.number("groups"),
                row.number("matched"),
                row.number("inside"),
                row.number("outside"),
                row.number("conflicts"),
                byKey);
    }

    /** The values that most contacts have. */
    List<Shared> largest(Collection<UUID> folders, List<MatchKey> keys, int size) {
        String all = each(keys, "select '%2$s' as key, value, held, outside from %1$s", " union all ");
        return sql.of(shared(folders, keys) + LARGEST.formatted(all))
                .planned()
                .set("folders", folders)
                .set("size", size)
                .list(row -> new Shared(key(keys, row.text("key")), row.text("value"), row.number("contacts")));
    }

    /** At most ten contacts of each value, best to keep first. */
    List<Holder> holders(MatchKey key, List<String> values) {
        return sql.of(CONTACTS.formatted(key.column(), Addition.FILLED))
                .set("values", values)
                .list(row -> new Holder(
                        row.text("value"), row.integer("filled"), ContactRow.of(row, new RowSpace(ContactRow.SPACE))));
    }

    private static MatchKey key(List<MatchKey> keys, String spelling) {
        return keys.stream()
                .filter(key -> key.spelling().equals(spelling))
                .findFirst()
                .orElseThrow();
    }

    private String shared(Collection<UUID> folders, List<MatchKey> keys) {
        boolean large = sql.of(LARGE).set("folders", folders).one(row -> row.bool("large"));
        String source = large ? ALL_VALUES : EACH_VALUE;
        return IMPORTED
                + keys.stream()
                        .map(key -> SHARED.formatted(key.column(), OUTSIDE, source.formatted(key.column())))
                        .collect(Collectors.joining());
    }

    private static String counted(String name, List<MatchKey> keys, String condition, String joint) {
        return ", count(*) filter (where " + each(keys, condition, joint) + ") as " + name;
    }

    private static String each(List<MatchKey> keys, String text, String joint) {
        return keys.stream()
                .map(key -> text.formatted(key.column(), key.spelling()))
                .collect(Collectors.joining(joint));
    }
}
