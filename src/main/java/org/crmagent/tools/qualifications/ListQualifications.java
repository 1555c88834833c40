package org.crmagent.tools.qualifications;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.Detail;
import org.crmagent.model.QualificationStatus;
import org.crmagent.store.ContactSearch;
import org.crmagent.store.Criteria;
import org.crmagent.store.Listing;
import org.crmagent.store.Page;
import org.crmagent.store.PageOrCursor;
import org.crmagent.store.Sql;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.store.qualification.Qualifications;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code list_qualifications}. */
@ToolSpec(
        title = "List qualifications",
        description =
                "Lists qualifications with decision and score, and sums up all that match: how campaigns convert, which drafts"
                        + " wait for a decision, the best leads. All criteria given must hold.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "The best leads of a campaign.",
                    input =
                            "{\"campaignIds\": [\"c0000001-0000-4000-8000-000000000001\"], \"statuses\": [\"qualified\"],"
                                    + " \"sort\": \"-score\"}"),
            @ToolSpec.Example(description = "Drafts that wait for a decision.", input = "{\"statuses\": [\"draft\"]}")
        })
public class ListQualifications implements Tool<ListQualifications.Input, ListQualifications.Output> {

    /** Bytes of JSON for the rows of an answer with at most twenty compact ones. */
    private static final int SMALL_PAGE = 20_000;

    private static final String FROM = "from qualification q where q.organization_id = :organizationId";

    private static final String FOUND = "exists (select from contact k where k.organization_id = :organizationId"
            + " and k.id = q.contact_id and " + ContactSearch.CONDITION + ")";

    private static final String SUMMARY =
            "select q.status, count(*) as qualifications, count(q.score) as scored, sum(q.score) as points ";

    @Inject
    Sql sql;

    @Inject
    QualificationViews views;

    @Inject
    UnknownFilterIds unknownIds;

    /** What is asked. */
    public record Input(
            @Doc(value = "Only in one of these campaigns.", min = 1, max = 50, unique = true) @Nullable
            List<UUID> campaignIds,

            @Doc("Only of this contact.") @Nullable UUID contactId,

            @Doc(value = "Only by one of these agents.", min = 1, max = 50, unique = true) @Nullable
            List<UUID> agentIds,

            @Doc(value = "Only in one of these statuses.", min = 1, max = 3, unique = true) @Nullable
            List<QualificationStatus> statuses,

            @Doc(value = "Least score.", min = -1_000_000_000L, max = 1_000_000_000L) @Nullable
            BigDecimal minScore,

            @Doc(value = "Greatest score, not below minScore.", min = -1_000_000_000L, max = 1_000_000_000L) @Nullable
            BigDecimal maxScore,

            @Doc("Last changed then or later.") @Nullable Instant updatedAfter,

            @Doc("Last changed before then.") @Nullable Instant updatedBefore,

            @Doc(
                    value = "Part of the contact's name, company, e-mail or telephone; case and accents don't matter.",
                    min = 3,
                    max = 200,
                    personal = true)
            @Nullable
            String search,

            @Doc(value = "Order, descending; without a score last.", byDefault = "\"-updatedAt\"") @Nullable
            QualificationOrder sort,

            @Flat PageOrCursor paging) {

        QualificationOrder order() {
            return sort == null ? QualificationOrder.UPDATED : sort;
        }

        Criteria criteria() {
            return new Criteria()
                    .and("q.campaign_id = any (:campaigns::uuid[])", "campaigns", campaignIds)
                    .and("q.contact_id = :contact", "contact", contactId)
                    .and("q.agent_id = any (:agents::uuid[])", "agents", agentIds)
                    .and("q.status = any (:statuses::text[])", "statuses", statuses)
                    .and("q.score >= :minScore", "minScore", minScore)
                    .and("q.score <= :maxScore", "maxScore", maxScore)
                    .and("q.updated_at >= :updatedAfter", "updatedAfter", updatedAfter)
                    .and("q.updated_at < :updatedBefore", "updatedBefore", updatedBefore)
                    .and(FOUND, "search", search);
        }
    }

    /** What is answered. */
    public record Output(
            @Doc(value = "The qualifications, in order.", max = 100)
            List<QualificationRow> qualifications,

            @Doc(value = "Goes on after these, as cursor; null: these are the last.", max = 2000) @Nullable
            String nextCursor,

            @Doc("Without a cursor: figures of all that match.")
            Optional<QualificationSummary> summary) {}

    @Override
    public void check(Input input, Violations violations) {
        input.paging().check(violations);
        ContactSearch.check("", input.search(), violations);
        if (input.minScore() != null
                && input.maxScore() != null
                && input.minScore().compareTo(input.maxScore()) > 0) {
            violations.add("/maxScore", "below_min", "maxScore must not be below minScore");
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        Criteria criteria = input.criteria();
        Listing listing = new Listing(
                sql,
                input.order().segments(FROM + criteria.sql().stripTrailing()),
                criteria.parameters(),
                "list_qualifications " + call.organizationId() + " " + input.order() + " " + criteria.name());
        Listing.Slice slice = listing.slice(input.paging());
        Page page = input.paging().asPage();
        Detail detail = Detail.of(input.paging().detail());
        int space = input.paging().bytes(SMALL_PAGE) / page.size();
        List<QualificationRow> rows = views.list(slice.ids(), row -> QualificationRow.of(row, detail, space));
        Result<Output> result = input.paging().cursor() == null
                ? counted(rows, slice.nextCursor(), criteria, page)
                : Result.of(
                                new Output(rows, slice.nextCursor(), Optional.empty()),
                                Counted.of(rows.size(), "more qualification is", "more qualifications are") + " shown"
                                        + (slice.nextCursor() == null ? "; these are the last." : "."))
                        .paged(page.byCursor());
        return (rows.isEmpty()
                        ? result
                        : result.next(Qualifications.show(rows.get(0).id())))
                .warn(unknownIds.warnings(ids(input)));
    }

    private Result<Output> counted(
            List<QualificationRow> rows, @Nullable String nextCursor, Criteria criteria, Page page) {
        QualificationSummary summary =
                QualificationSummary.of(sql.of(SUMMARY + FROM + criteria.sql() + "group by q.status")
                        .setAll(criteria.parameters())
                        .planned()
                        .list(QualificationSummary.Part::of));
        return Result.of(
                        new Output(rows, nextCursor, Optional.of(summary)),
                        summary.told() + "; " + rows.size() + " are shown.")
                .paged(page.of(summary.total()));
    }

    private static Map<UnknownFilterIds.Named, List<UUID>> ids(Input input) {
        Map<UnknownFilterIds.Named, List<UUID>> ids = new LinkedHashMap<>();
        ids.put(UnknownFilterIds.Named.CAMPAIGN, input.campaignIds() == null ? List.of() : input.campaignIds());
        ids.put(UnknownFilterIds.Named.CONTACT, input.contactId() == null ? List.of() : List.of(input.contactId()));
        ids.put(UnknownFilterIds.Named.AGENT, input.agentIds() == null ? List.of() : input.agentIds());
        return ids;
    }
}
