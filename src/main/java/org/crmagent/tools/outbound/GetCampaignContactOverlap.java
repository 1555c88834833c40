package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.crmagent.model.ContactState;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code get_campaign_contact_overlap}. */
@ToolSpec(
        title = "Show which campaigns share contacts",
        description =
                "Tells for 2 to 50 campaigns how many contacts each two of them share, how many are in one campaign alone, and"
                        + " how many are in two, three and so on. Use it before campaigns are merged, cleaned or started, to see"
                        + " whether the same people would be called several times.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(description = "Two campaigns, all their contacts.", input = """
                            {"campaignIds": ["c0000001-0000-4000-8000-000000000001", "c0000001-0000-4000-8000-000000000009"]}"""),
            @ToolSpec.Example(description = "Three campaigns, only contacts that are still to be called.", input = """
                            {"campaignIds": ["c0000001-0000-4000-8000-000000000002", "c0000001-0000-4000-8000-000000000008",
                                             "c0000001-0000-4000-8000-000000000011"],
                             "states": ["to_call", "follow_up"]}""")
        })
public class GetCampaignContactOverlap
        implements Tool<GetCampaignContactOverlap.Input, GetCampaignContactOverlap.Output> {
    private static final int MOST_PAIRS = 100;

    @Inject
    Overlaps overlaps;

    @Inject
    NamedCampaigns campaigns;

    /** What is asked. */
    public record Input(
            @Doc(value = "The campaigns to compare, in any status.", min = 2, max = 50, unique = true)
            List<UUID> campaignIds,

            @Doc(
                    value =
                            "Count a contact in a campaign only where it is in one of these states there; in any when absent.",
                    min = 1,
                    max = 7,
                    unique = true)
            @Nullable
            List<ContactState> states) {}

    /** What is answered. */
    public record Output(
            @Doc(value = "One row for each campaign, in the order asked.", max = 50)
            List<Campaign> campaigns,

            @Doc(value = "The pairs that share contacts, most shared first, then by the ids a and b.", max = MOST_PAIRS)
            List<OverlapPair> pairs,

            @Doc("How many pairs share contacts; pairs shows 100 of them at most.")
            long pairsTotal,

            @Doc(value = "How many contacts are in just one of the campaigns, just two and so on.", max = 50)
            List<InSoMany> byCampaignCount,

            @Doc("Contacts in one or more of the campaigns, each counted once.")
            long distinctContacts,

            @Doc(value = "Ids asked for that are no campaign of this organization.", max = 50)
            List<UUID> notFound) {}

    /** One campaign. */
    public record Campaign(
            @Doc("The campaign.") UUID campaignId,
            @Doc(value = "Its name.", max = 120) String name,
            @Doc("Its contacts.") long contacts,

            @Doc("Those that are in none of the other campaigns asked for.")
            long exclusive) {}

    /** How widely contacts are used. */
    public record InSoMany(
            @Doc("A number of campaigns.") int campaigns,

            @Doc("Contacts that are in just so many of them.")
            long contacts) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        NamedCampaigns.Found named = campaigns.find(input.campaignIds());
        List<UUID> sorted = named.ids().stream()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        OverlapMatrix matrix = overlaps.of(sorted, input.states());
        List<OverlapMatrix.Pair> pairs = matrix.pairs();
        Output output = new Output(
                campaigns(named, sorted, matrix),
                pairs.stream()
                        .limit(MOST_PAIRS)
                        .map(pair -> OverlapPair.of(pair, sorted, matrix))
                        .toList(),
                pairs.size(),
                byCampaignCount(matrix, sorted.size()),
                matrix.distinctContacts(),
                named.notFound());
        return Result.of(output, summary(output))
                .warn(named.warnings())
                .next(nextActions(input, output))
                .next(named.nextActions());
    }

    private static List<Campaign> campaigns(NamedCampaigns.Found named, List<UUID> sorted, OverlapMatrix matrix) {
        return named.ids().stream()
                .map(id -> {
                    int number = sorted.indexOf(id);
                    String name = named.names().getOrDefault(id, "");
                    return new Campaign(id, name, matrix.contacts(number), matrix.exclusive(number));
                })
                .toList();
    }

    private static List<InSoMany> byCampaignCount(OverlapMatrix matrix, int campaigns) {
        return IntStream.rangeClosed(1, campaigns)
                .filter(number -> matrix.inSoMany(number) > 0)
                .mapToObj(number -> new InSoMany(number, matrix.inSoMany(number)))
                .toList();
    }

    private static List<NextAction> nextActions(Input input, Output output) {
        return output.pairs().stream()
                .limit(1)
                .map(largest -> NextAction.of(
                        "find_contacts_in_multiple_campaigns",
                        "Lists the " + Counted.of(largest.shared(), "contact") + " of the pair that shares most.",
                        input.states() == null
                                ? Map.of("campaignIds", List.of(largest.a(), largest.b()))
                                : Map.of("campaignIds", List.of(largest.a(), largest.b()), "states", input.states())))
                .toList();
    }

    private static String summary(Output output) {
        long alone = output.campaigns().stream().mapToLong(Campaign::exclusive).sum();
        return Counted.of(output.campaigns().size(), "campaign has ", "campaigns have ")
                + Counted.of(output.distinctContacts(), "distinct contact") + ", "
                + Counted.number(output.distinctContacts() - alone) + " of them in two or more; "
                + Counted.of(output.pairsTotal(), "pair shares contacts", "pairs share contacts")
                + (output.pairs().isEmpty()
                        ? "."
                        : ", the largest "
                                + Counted.number(output.pairs().get(0).shared()) + ".");
    }
}
