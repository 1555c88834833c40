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
     * One row a key value of the import: how many rows hold it, and what holds it outside. Looked up in the order of the
     * index, so that neighbours lie on the same page.
     */
    private static final String VALUES = """
            select '%1$s' as key, i.%2$s as value, count(*) as held, max(o.held) as outside,
                   max(o.least_id) as least_id, max(o.greatest_id) as greatest_id
            from imported i
            left join (select c.%2$s, count(*) as held, min(c.external_id) as least_id, max(c.external_id) as greatest_id
                       from (select distinct %2$s from imported where %2$s is not null order by %2$s offset 0) v
                       join contact c on c.organization_id = :organizationId and c.%2$s = v.%2$s
                       where c.import_folder_id is null or c.import_folder_id <> all (:folders::uuid[])
                       group by c.%2$s) o on o.%2$s = i.%2$s
            where i.%2$s is not null
            group by i.%2$s
            having count(*) > 1 or max(o.held) > 0""";

    private static final String OF_ROWS = """
            select i.id, '%1$s' as key, s.held > 1 as inside, s.outside > 0 as outside,
                   s.outside > 0 and (i.external_id <> s.least_id or i.external_id <> s.greatest_id) as conflict
            from shared s
            join imported i on i.%2$s = s.value
            where s.key = '%1$s'""";

    private static final String FIGURES = IMPORTED + """
            , shared as materialized (
              %1$s
            ), by_row as materialized (
              %2$s
            ), matched as (
              select bool_or(inside) as inside, bool_or(outside) as outside, bool_or(conflict) as conflict
              from by_row
              group by id
            )
            select *,
                   (select count(*) from shared where held > 1) as groups,
                   (select count(*) from by_row where key = 'phone') as phone,
                   (select count(*) from by_row where key = 'email') as email,
                   (select count(*) from by_row where key = 'externalId') as external_id,
                   (select count(*) from by_row where key = 'nameCompany') as name_company
            from (select count(*) as matched, count(*) filter (where inside) as inside,
                         count(*) filter (where outside) as outside, count(*) filter (where conflict) as conflicts
                  from matched) m
            cross join (
                  select count(*) as rows,
                         count(*) filter (where num_nonnulls(%3$s) = 0) as without_any_key,
                         count(*) filter (where nullif(btrim(phone), '') is not null and phone_e164 is null) as invalid_phones,
                         count(*) filter (where email_key !~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$')
                           as invalid_emails,
                         count(*) filter (where do_not_call) as do_not_call
                  from imported) r
            """;

    private static final String LARGEST = IMPORTED + """
            , shared as (
              %1$s
            )
            select key, value, held + coalesce(outside, 0) as contacts
            from shared
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
        String columns = keys.stream().map(MatchKey::column).collect(Collectors.joining(", "));
        return sql.of(FIGURES.formatted(each(keys, VALUES), each(keys, OF_ROWS), columns))
                .planned()
                .set("folders", folders)
                .one(row -> figures(row, keys));
    }

    private static Figures figures(Row row, List<MatchKey> keys) {
        Map<MatchKey, Long> byKey = new EnumMap<>(MatchKey.class);
        keys.forEach(key -> byKey.put(
                key,
                row.number(
                        switch (key) {
                            case PHONE -> "phone";
                            case EMAIL -> "email";
                            case EXTERNAL_ID -> "external_id";
                            case NAME_COMPANY -> "name_company";
                        })));
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
        return sql.of(LARGEST.formatted(each(keys, VALUES)))
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

    private static String each(List<MatchKey> keys, String text) {
        return keys.stream()
                .map(key -> text.formatted(key.spelling(), key.column()))
                .collect(Collectors.joining("\nunion all\n"));
    }
}
