package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.Detail;
import org.crmagent.store.Page;
import org.crmagent.store.PageAsked;
import org.crmagent.store.Sql;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.store.UnknownFilterIds.Named;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** {@code list_campaigns}. */
@ToolSpec(
        title = "List campaigns",
        description =
                "Lists campaigns with their contact counts, last changed first unless sorted otherwise. All criteria given"
                        + " must hold. Use it to find a campaign's id by name, or all campaigns of an agent or a template.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "Active campaigns, the most urgent first.",
                    input = "{\"statuses\": [\"active\"], \"sort\": \"-priority\"}"),
            @ToolSpec.Example(
                    description = "Campaigns whose name or description holds devis, accents aside, with all columns.",
                    input = "{\"search\": \"devis\", \"detail\": \"full\"}")
        })
public class ListCampaigns implements Tool<ListCampaigns.Input, ListCampaigns.Output> {
    /** What an answer of a tool may have, less its envelope. */
    private static final int LARGEST_PAGE = 94_000;

    private static final String MATCHING = """
            from campaign c
            where c.organization_id = :organizationId
              and (:anyStatus or c.status = any (:statuses))
              and (:search::text is null or c.search like like_pattern(:search::text))
              and (:script::uuid is null or c.script_template_id = :script::uuid)
              and (:qualification::uuid is null or c.qualification_template_id = :qualification::uuid)
              and (:anyTag or c.tags && :tags::text[])
              and (:agent::uuid is null or exists (
                     select from campaign_agent a
                     where a.organization_id = :organizationId and a.campaign_id = c.id and a.user_id = :agent::uuid))
            """;

    private static final String COUNT = "select count(*) as total " + MATCHING;

    private static final String ROWS = """
            select p.*, s.name as script_name, q.name as qualification_name, k.total, k.open, k.unassigned
            from (select c.* %1$s order by %2$s limit :size offset :offset) p
            left join script_template s on s.organization_id = p.organization_id and s.id = p.script_template_id
            left join qualification_template q
              on q.organization_id = p.organization_id and q.id = p.qualification_template_id
            cross join lateral (
              select %3$s from campaign_contact_count n
              where n.organization_id = p.organization_id and n.campaign_id = p.id) k
            order by %4$s
            """;

    @Inject
    Sql sql;

    @Inject
    UnknownFilterIds unknownIds;

    /** What is asked. */
    public record Input(
            @Doc(value = "Only campaigns in one of these statuses; all when absent.", min = 1, max = 5, unique = true)
            @Nullable
            List<CampaignStatus> statuses,

            @Doc(
                    value = "Part of the name or description; case and accents don't matter.",
                    min = 1,
                    max = 200,
                    personal = true)
            @Nullable
            String search,

            @Doc("Only campaigns of this agent.") @Nullable UUID agentId,

            @Doc("Only campaigns with this call script.") @Nullable
            UUID scriptTemplateId,

            @Doc("Only campaigns with this qualification form.") @Nullable
            UUID qualificationTemplateId,

            @Doc(value = "Only campaigns with one of these tags.", min = 1, max = 20, itemMax = 40, unique = true)
            @Nullable
            List<String> tagsAny,

            @Doc(value = "Order; a minus means descending. Equal ones are ordered by id.", byDefault = "\"-updatedAt\"")
            @Nullable
            CampaignOrder sort,

            @Flat PageAsked paging) {}

    /** What is answered. */
    public record Output(
            @Doc(value = "The campaigns of this page.", max = 100)
            List<CampaignRow> campaigns) {}

    @Override
    public void check(Input input, Violations violations) {
        input.paging().check(violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        Map<String, @Nullable Object> filter = filter(input);
        long total = sql.of(COUNT).setAll(filter).one(row -> row.number("total"));
        Page page = input.paging().asPage();
        CampaignOrder order = input.sort() == null ? CampaignOrder.UPDATED : input.sort();
        Detail detail = Detail.of(input.paging().detail());
        List<CampaignRow> rows = sql.of(ROWS.formatted(
                        MATCHING,
                        order.sql(),
                        ContactCounts.COLUMNS,
                        order.sql().replace("c.", "p.")))
                .setAll(filter)
                .set("size", page.size())
                .set("offset", page.offset())
                .list(row -> CampaignRow.of(row, detail, LARGEST_PAGE / page.size()));
        Result<Output> result = page.result(new Output(rows), total, rows.size(), "campaign")
                .warn(unknownIds.warnings(Map.of(
                        Named.AGENT, one(input.agentId()),
                        Named.SCRIPT_TEMPLATE, one(input.scriptTemplateId()),
                        Named.QUALIFICATION_TEMPLATE, one(input.qualificationTemplateId()))));
        return rows.isEmpty()
                ? result
                : result.next(Campaigns.show(rows.get(0).id(), "Shows the first of these campaigns."));
    }

    private static List<UUID> one(@Nullable UUID id) {
        return id == null ? List.of() : List.of(id);
    }

    private static Map<String, @Nullable Object> filter(Input input) {
        Map<String, @Nullable Object> filter = new HashMap<>();
        filter.put("anyStatus", input.statuses() == null);
        filter.put("statuses", input.statuses() == null ? List.of() : input.statuses());
        filter.put("search", input.search());
        filter.put("script", input.scriptTemplateId());
        filter.put("qualification", input.qualificationTemplateId());
        filter.put("anyTag", input.tagsAny() == null);
        filter.put("tags", input.tagsAny() == null ? List.of() : input.tagsAny());
        filter.put("agent", input.agentId());
        return filter;
    }
}
