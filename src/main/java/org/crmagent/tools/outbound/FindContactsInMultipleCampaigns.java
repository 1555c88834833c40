package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.store.ContactSearch;
import org.crmagent.store.Criteria;
import org.crmagent.store.Page;
import org.crmagent.store.PageOrCursor;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code find_contacts_in_multiple_campaigns}. */
@ToolSpec(
        title = "Find contacts that are in several campaigns",
        description =
                "Lists contacts that are in two or more of some campaigns, those in most campaigns first, with how they stand in"
                        + " each and what is at odds between them: different agents, or calls in several campaigns within seven"
                        + " days. Use it to find people who would be called for the same thing twice, before removing them from a"
                        + " campaign. For how many there are, by pair of campaigns, take get_campaign_contact_overlap.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(description = "Contacts in two or more active campaigns.", input = "{}"),
            @ToolSpec.Example(description = "Contacts that are open in all three of these campaigns.", input = """
                            {"campaignIds": ["c0000001-0000-4000-8000-000000000002", "c0000001-0000-4000-8000-000000000003",
                                             "c0000001-0000-4000-8000-000000000008"],
                             "minCampaigns": 3, "states": ["to_call", "in_progress", "follow_up"], "perPage": 10}""")
        })
public class FindContactsInMultipleCampaigns
        implements Tool<FindContactsInMultipleCampaigns.Input, FindContactsInMultipleCampaigns.Output> {
    private static final int FEWEST_CAMPAIGNS = 2;

    /** Of JSON, in a list. */
    private static final int BYTES_OF_ID = 39;

    /** More active campaigns than anybody has; the list that the planner gets must have an end. */
    private static final int MOST_ACTIVE = 1_000;

    private static final String ACTIVE = """
            select id from campaign
            where organization_id = :organizationId and status = 'active'
            order by updated_at desc, id desc
            limit :most
            """;

    private static final String MATCHING = "m.contact_id in (select k.id from contact k"
            + " where k.organization_id = :organizationId and " + ContactSearch.CONDITION + ")";

    @Inject
    Sql sql;

    @Inject
    NamedCampaigns campaigns;

    @Inject
    SharedContactPage pages;

    @Inject
    SharedContacts contacts;

    /** What is asked. */
    public record Input(
            @Doc(
                    value = "The campaigns to search, in any status; all active ones when absent.",
                    min = FEWEST_CAMPAIGNS,
                    max = 50,
                    unique = true)
            @Nullable
            List<UUID> campaignIds,

            @Doc(
                    value = "In at least so many of the campaigns; at most as many as campaignIds names.",
                    min = FEWEST_CAMPAIGNS,
                    max = 50,
                    byDefault = "2")
            @Nullable
            Integer minCampaigns,

            @Doc(
                    value =
                            "A campaign counts only where the contact is in one of these states in it; in any when absent.",
                    min = 1,
                    max = 7,
                    unique = true)
            @Nullable
            List<ContactState> states,

            @Doc(
                    value =
                            "Part of name, company, e-mail or phone (3 digits or more, however spaced, 00 for +); case and accents don't matter.",
                    min = 3,
                    max = 200,
                    personal = true)
            @Nullable
            String search,

            @Flat PageOrCursor paging) {

        int atLeast() {
            return minCampaigns == null ? FEWEST_CAMPAIGNS : minCampaigns;
        }
    }

    /** What is answered. */
    public record Output(
            @Doc(value = "The contacts, those in most campaigns first, then by id.", max = 100)
            List<SharedContact> contacts,

            @Doc(value = "Goes on after these contacts, as cursor; null: these are the last.", max = 2000) @Nullable
            String nextCursor,

            @Doc(value = "Ids asked for that are no campaign of this organization.", max = 50)
            List<UUID> notFound) {}

    @Override
    public void check(Input input, Violations violations) {
        input.paging().check(violations);
        ContactSearch.check("", input.search(), violations);
        if (input.campaignIds() != null) {
            int named = input.campaignIds().size();
            if (input.atLeast() > named) {
                violations.add(
                        "/minCampaigns",
                        "contradiction",
                        "nobody can be in " + input.atLeast() + " of " + named
                                + " campaigns: lower minCampaigns or name more campaigns");
            }
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        if (input.campaignIds() == null) {
            List<UUID> active = sql.of(ACTIVE).set("most", MOST_ACTIVE + 1).list(row -> row.uuid("id"));
            boolean more = active.size() > MOST_ACTIVE;
            return result(input, more ? active.subList(0, MOST_ACTIVE) : active, List.of(), call)
                    .warn(more ? List.of(more()) : List.of());
        }
        NamedCampaigns.Found named = campaigns.find(input.campaignIds());
        return result(input, named.ids(), named.notFound(), call)
                .warn(named.warnings())
                .next(named.nextActions());
    }

    private Result<Output> result(Input input, List<UUID> searched, List<UUID> notFound, Call call) {
        SharedContactPage.Slice slice = pages.slice(
                matching(input, searched),
                input.search() != null,
                input.atLeast(),
                input.paging(),
                "find_contacts_in_multiple_campaigns " + call.organizationId() + " " + input.atLeast() + " "
                        + matching(input, input.campaignIds()).name());
        List<SharedContact> rows = contacts.rows(
                slice.ids(), memberships(input, searched), input.paging(), BYTES_OF_ID * notFound.size(), call.now());
        Page page = input.paging().asPage();
        return Result.of(
                        new Output(rows, slice.nextCursor(), notFound),
                        summary(rows, slice.total(), input.atLeast(), searched.size()))
                .paged(slice.total() == null ? page.byCursor() : page.of(slice.total()))
                .next(SharedContactAdvice.of(rows, searched));
    }

    private static Criteria matching(Input input, @Nullable List<UUID> searched) {
        return memberships(input, searched).and(MATCHING, "search", input.search());
    }

    private static Criteria memberships(Input input, @Nullable List<UUID> searched) {
        return new Criteria()
                .and("m.campaign_id = any (:campaignIds::uuid[])", "campaignIds", searched)
                .and("m.state = any (:states)", "states", input.states());
    }

    private static String summary(List<SharedContact> rows, @Nullable Long total, int atLeast, int searched) {
        long conflicting =
                rows.stream().filter(row -> !row.conflicts().isEmpty()).count();
        String where = "in " + atLeast + " or more of " + searched + " campaigns";
        return (total == null
                        ? Counted.of(rows.size(), "more contact ", "more contacts ") + where + " shown"
                        : Counted.of(total, "contact is ", "contacts are ") + where + "; " + Counted.number(rows.size())
                                + " shown")
                + ", " + Counted.number(conflicting) + " of them with conflicts.";
    }

    private static Warning more() {
        return new Warning(
                "more_campaigns",
                "There are more than " + MOST_ACTIVE
                        + " active campaigns; only those changed last were searched: name up to"
                        + " 50 in campaignIds.",
                null);
    }
}
