package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code analyze_import_contact_deduplication}. */
@ToolSpec(
        title = "Analyse an import's duplicates",
        description =
                "Looks for duplicates in imported contacts, among each other and against the rest of the CRM, by phone,"
                        + " e-mail, external id or name and company; tells what is wrong with phones and e-mails, which contact of a"
                        + " group to keep, and with campaignId how many contacts adding the import to that campaign would add."
                        + " Changes nothing.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "One import, for a campaign.",
                    input = "{\"importFolderId\": \"f0000001-0000-4000-8000-000000000001\", \"campaignId\":"
                            + " \"c0000001-0000-4000-8000-000000000004\"}"),
            @ToolSpec.Example(
                    description = "Two imports together, by e-mail and by name and company.",
                    input = "{\"importFolderIds\": [\"f0000001-0000-4000-8000-000000000001\","
                            + " \"f0000001-0000-4000-8000-000000000002\"], \"matchOn\": [\"email\", \"nameCompany\"]}")
        })
public class AnalyzeImportContactDeduplication
        implements Tool<AnalyzeImportContactDeduplication.Input, AnalyzeImportContactDeduplication.Output> {
    private static final int GROUPS = 5;

    private static final String FOLDERS =
            "select id from import_folder where organization_id = :organizationId and id = any (:ids::uuid[]) order by id";

    @Inject
    Sql sql;

    @Inject
    ImportGroups groups;

    @Inject
    ImportMatches matches;

    @Inject
    Campaigns campaigns;

    @Inject
    ImportAdditions additions;

    /** What is asked. */
    public record Input(
            @Doc("The import; or give importFolderIds.") @Nullable
            UUID importFolderId,

            @Doc(value = "Imports looked at as one; or give importFolderId.", min = 1, max = 10, unique = true)
            @Nullable
            List<UUID> importFolderIds,

            @Doc(
                    value = "What makes two contacts the same; of phone and email the first is what the suggested call"
                            + " deduplicates by.",
                    min = 1,
                    max = 4,
                    unique = true,
                    byDefault = "[\"phone\", \"email\", \"externalId\"]")
            @Nullable
            List<MatchKey> matchOn,

            @Doc("The campaign that the import shall be added to.") @Nullable
            UUID campaignId,

            @Doc(value = "How many groups of duplicates to show.", min = 0, max = 10, byDefault = "5") @Nullable
            Integer sampleSize) {}

    /** Duplicates among the rows of the import. */
    public record WithinImport(
            @Doc("Values that two or more rows have.") long groups,

            @Doc("Rows that share a value with another row.")
            long rows) {}

    /** Duplicates of contacts that are not of the import. */
    public record AgainstCrm(
            @Doc("Rows with a match outside the import.") long rows) {}

    /** What is answered. */
    public record Output(
            @Doc("Contacts of the import.") long rows,
            @Doc("Rows without any duplicate.") long unique,
            @Doc("Duplicates among the rows.") WithinImport duplicatesWithinImport,

            @Doc("Duplicates of contacts outside the import.")
            AgainstCrm duplicatesAgainstCrm,

            @Doc("Of the rows with a match outside, those that match a contact with another external id.")
            long conflicts,

            @Doc(value = "Rows with a duplicate, within or outside, by each key of matchOn.", max = 4)
            Map<MatchKey, Long> byKey,

            @Doc("Rows that have none of the keys.") long withoutAnyKey,
            @Doc("Rows with a phone that is no valid one.") long invalidPhones,

            @Doc("Rows with an e-mail that is no valid one.")
            long invalidEmails,

            @Doc("Rows that are do-not-call.") long doNotCall,

            @Doc("Rows that are in the campaign already; null without campaignId.") @Nullable
            Long alreadyInCampaign,

            @Doc(value = "The largest groups of duplicates.", max = 10)
            List<ImportGroups.Group> groups,

            @Doc("How many the suggested call adds to the campaign; null without campaignId.") @Nullable
            Long addable,

            @Doc(value = "Of importFolderIds, those that don't exist.", max = 10)
            List<UUID> notFound) {}

    @Override
    public void check(Input input, Violations violations) {
        if ((input.importFolderId() == null) == (input.importFolderIds() == null)) {
            violations.add("/importFolderId", "one_of", "give importFolderId or importFolderIds, one of them");
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        UUID one = input.importFolderId();
        List<UUID> asked = one != null ? List.of(one) : orNone(input.importFolderIds());
        List<UUID> folders = sql.of(FOLDERS).set("ids", asked).list(row -> row.uuid("id"));
        List<UUID> unknown = asked.stream().filter(id -> !folders.contains(id)).toList();
        if (folders.isEmpty()) {
            throw Refusal.notFound("import folder", pointers(one, unknown.size()), unknown);
        }
        CampaignView campaign = input.campaignId() == null ? null : campaigns.get(input.campaignId());
        List<MatchKey> keys = input.matchOn() == null
                ? List.of(MatchKey.PHONE, MatchKey.EMAIL, MatchKey.EXTERNAL_ID)
                : input.matchOn();
        int size = input.sampleSize() == null ? GROUPS : input.sampleSize();
        ImportMatches.Figures figures = matches.figures(folders, keys);
        ImportAdditions.Found addition = campaign == null ? null : additions.find(campaign, folders, keys, call);
        Output output = new Output(
                figures.rows(),
                figures.rows() - figures.matched(),
                new WithinImport(figures.groups(), figures.inside()),
                new AgainstCrm(figures.outside()),
                figures.conflicts(),
                figures.byKey(),
                figures.withoutAnyKey(),
                figures.invalidPhones(),
                figures.invalidEmails(),
                figures.doNotCall(),
                addition == null ? null : addition.decision().skipped("alreadyInCampaign"),
                size == 0 ? List.of() : groups.largest(folders, keys, size),
                addition == null ? null : addition.addable(call),
                unknown);
        return Result.of(output, sentence(output))
                .warn(addition == null ? List.of() : addition.warnings(call))
                .warn(unknown.stream()
                        .map(id ->
                                new Warning("not_found", "The import folder " + id + " does not exist.", id.toString()))
                        .toList())
                .next(addition == null ? List.of() : addition.next());
    }

    private static List<String> pointers(@Nullable UUID one, int unknown) {
        return one != null
                ? List.of("/importFolderId")
                : IntStream.range(0, unknown)
                        .mapToObj(i -> "/importFolderIds/" + i)
                        .toList();
    }

    private static String sentence(Output output) {
        return Counted.number(output.unique()) + " of " + Counted.number(output.rows()) + " rows have no duplicate; "
                + Counted.number(output.duplicatesWithinImport().rows()) + " share a value with another row, "
                + Counted.number(output.duplicatesAgainstCrm().rows()) + " match a contact outside the import, "
                + Counted.number(output.conflicts()) + " of them one with another external id"
                + (output.addable() == null
                        ? "."
                        : "; " + Counted.number(output.addable()) + " can be added to the campaign.");
    }

    private static List<UUID> orNone(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }
}
