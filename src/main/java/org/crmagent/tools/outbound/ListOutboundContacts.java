package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.Detail;
import org.crmagent.store.Listing;
import org.crmagent.store.Page;
import org.crmagent.store.PageOrCursor;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.crmagent.tools.outbound.filter.ContactFilter;
import org.crmagent.tools.outbound.filter.MemberCriteria;
import org.jspecify.annotations.Nullable;

/** {@code list_outbound_contacts}. */
@ToolSpec(
        title = "List contacts",
        description =
                "Lists contacts of the CRM with the campaigns they are in, or, with campaignId, the contacts of that campaign"
                        + " with their state in it and whether they may be called right now, and if not, why. All criteria given must"
                        + " hold. Use it to look at some contacts or to find their ids. To see which contacts are in several campaigns"
                        + " don't page through each: find_contacts_in_multiple_campaigns and get_campaign_contact_overlap tell in one"
                        + " call. To act on many contacts pass the criteria to a bulk tool.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "Contacts of a campaign that nobody calls yet, the most urgent first.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"unassigned\": true,"
                            + " \"states\": [\"to_call\"], \"sort\": \"-priority\"}"),
            @ToolSpec.Example(
                    description = "Contacts in Lyon with a phone number who were never called.",
                    input = "{\"cities\": [\"Lyon\"], \"hasPhone\": true, \"neverCalled\": true, \"perPage\": 10}")
        })
public class ListOutboundContacts implements Tool<ListOutboundContacts.Input, ListOutboundContacts.Output> {

    /** Bytes of JSON for the rows of an answer with at most twenty compact ones. */
    private static final int SMALL_PAGE = 18_900;

    @Inject
    Campaigns campaigns;

    @Inject
    ContactListing contactListing;

    @Inject
    CampaignContacts campaignContacts;

    @Inject
    CrmContacts crmContacts;

    @Inject
    UnknownFilterIds unknownIds;

    /** What is asked. */
    public record Input(
            @Doc(
                    "Only contacts of this campaign. Needed by states, assignedAgentIds, unassigned, lastOutcomes, minAttempts,"
                            + " maxAttempts, hasOpenFollowUp, alsoInCampaignIds, alsoInMatch, addedAfter and addedBefore, which say how a"
                            + " contact stands in it. Going past the first page of a campaign chosen by no more than state and"
                            + " agent brings the warning use_overlap_tools.")
            @Nullable
            UUID campaignId,

            @Flat ContactFilter contact,
            @Flat MemberCriteria member,

            @Doc(
                    value =
                            "Order; a minus means descending, contacts without a value come last, equal ones are ordered by id."
                                    + " name: last name, first name, company. -addedAt: to the campaign, without campaignId to the CRM."
                                    + " -priority, nextFollowUp and -lastCall need campaignId.",
                    byDefault = "\"name\"")
            @Nullable
            ContactOrder sort,

            @Flat PageOrCursor paging) {

        ContactOrder order() {
            return sort == null ? ContactOrder.NAME : sort;
        }

        ContactScope scope() {
            return new ContactScope(campaignId, contact.criteria(), member);
        }
    }

    /** What is answered. */
    public record Output(
            @Doc(value = "The contacts, in order.", max = 100)
            List<ListedContact> contacts,

            @Doc(value = "Goes on after these contacts, as cursor; null: these are the last.", max = 2000) @Nullable
            String nextCursor) {}

    @Override
    public void check(Input input, Violations violations) {
        input.contact().checkTogether("", violations);
        input.member().check("", input.campaignId(), violations);
        input.paging().check(violations);
        if (input.campaignId() == null && !input.member().isEmpty()) {
            violations.add(
                    "/campaignId",
                    "needs_campaign",
                    "criteria on how a contact stands in a campaign need its campaignId: states, assignedAgentIds, unassigned,"
                            + " lastOutcomes, minAttempts, maxAttempts, hasOpenFollowUp, alsoInCampaignIds, alsoInMatch,"
                            + " addedAfter, addedBefore");
        }
        if (input.campaignId() == null && input.order().needsCampaign()) {
            violations.add(
                    "/sort",
                    "needs_campaign",
                    "the order " + input.order().spelling() + " needs a campaignId",
                    ContactOrder.NAME.spelling());
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        CampaignView campaign = input.campaignId() == null ? null : campaigns.get(input.campaignId());
        ContactScope scope = input.scope();
        Listing listing =
                contactListing.listing(scope, input.order(), "list_outbound_contacts " + call.organizationId());
        Listing.Slice slice = listing.slice(input.paging());
        Detail detail = Detail.of(input.paging().detail());
        Page page = input.paging().asPage();
        int space = input.paging().bytes(SMALL_PAGE) / page.size();
        List<ListedContact> rows = campaign == null
                ? crmContacts.rows(slice.ids(), detail, space)
                : campaignContacts.rows(campaign, slice.ids(), detail, space, call.now());
        Output output = new Output(rows, slice.nextCursor());
        Result<Output> result = input.paging().cursor() == null
                ? counted(output, contactListing.total(scope), page)
                : Result.of(output, summary(rows.size() + " more contacts are shown", output))
                        .paged(page.byCursor());
        return result.warn(warnings(input, scope)).next(next(campaign));
    }

    private static Result<Output> counted(Output output, long total, Page page) {
        String shown = Counted.of(total, "contact matches; ", "contacts match; ")
                + Counted.of(output.contacts().size(), "is shown", "are shown");
        return Result.of(output, summary(shown, output)).paged(page.of(total));
    }

    /** With how many may be called, where one campaign was asked for. */
    private static String summary(String shown, Output output) {
        long callable = output.contacts().stream()
                .flatMap(contact -> contact.campaignContact().stream())
                .filter(CampaignContactView::callable)
                .count();
        boolean inCampaign = output.contacts().stream()
                .anyMatch(contact -> contact.campaignContact().isPresent());
        return shown
                + (inCampaign ? ", " + callable + " of them callable now" : "")
                + (output.nextCursor() == null ? "; no more follow." : ".");
    }

    private List<Warning> warnings(Input input, ContactScope scope) {
        List<Warning> warnings =
                new ArrayList<>(unknownIds.warnings(input.contact().criteria().ids()));
        warnings.addAll(unknownIds.warnings(input.member().ids()));
        boolean pastFirstPage =
                input.paging().cursor() != null || input.paging().asPage().number() > 1;
        if (pastFirstPage && scope.inCampaign() && scope.counted()) {
            warnings.add(new Warning(
                    "use_overlap_tools",
                    "To compare campaigns there is no need to page through each of them: get_campaign_contact_overlap"
                            + " tells how many contacts they share, find_contacts_in_multiple_campaigns which.",
                    null));
        }
        return warnings;
    }

    private static List<NextAction> next(@Nullable CampaignView campaign) {
        return campaign == null
                ? List.of()
                : List.of(Campaigns.show(
                        campaign.storedId(),
                        "Tells how many contacts the campaign has in each state, and who calls them."));
    }
}
