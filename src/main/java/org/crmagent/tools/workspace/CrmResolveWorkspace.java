package org.crmagent.tools.workspace;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.OrganizationStatus;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** Finds the organization that a person means. */
@ToolSpec(
        title = "Find a workspace",
        description = "Finds the organization (workspace) that a person means and its organizationId, which every other"
                + " tool needs: by name, slug, owner's name or e-mail, typed loosely (typos, word order, case and accents"
                + " do not matter), or by exact slug, owner's e-mail or id. Call it first. resolvedOrganizationId is set"
                + " only when one workspace clearly is the one; otherwise ask the person which of the matches is meant."
                + " It changes nothing and takes no organizationId outside its input.",
        risk = Risk.READ,
        organization = false,
        examples = {
            @ToolSpec.Example(
                    description = "A name typed without accents and with a slip.",
                    input = "{\"query\": \"lumiere enregie\"}"),
            @ToolSpec.Example(
                    description = "The workspaces of an owner.",
                    input = "{\"ownerEmail\": \"karim.benali@atelier-numerique.example\"}"),
            @ToolSpec.Example(
                    description = "Who an id belongs to.",
                    input = "{\"organizationId\": \"00000003-0000-4000-8000-000000000003\"}")
        })
public class CrmResolveWorkspace implements Tool<CrmResolveWorkspace.Input, CrmResolveWorkspace.Output> {
    private static final int DEFAULT_LIMIT = 5;

    @Inject
    WorkspaceSearch search;

    /** Where a workspace was recognised. */
    public enum MatchedOn {
        ORGANIZATION_ID,
        SLUG,
        NAME,
        OWNER_NAME,
        OWNER_EMAIL
    }

    public record Input(
            @Doc(
                    value = "Name, slug, owner's name or owner's e-mail, typed loosely. At least one of query, slug,"
                            + " ownerEmail and organizationId is needed; all that are given must hold.",
                    min = 2,
                    max = 200,
                    personal = true)
            @Nullable
            String query,

            @Doc(value = "The exact slug.", min = 1, max = 200) @Nullable
            String slug,

            @Doc(
                    value = "The owner's exact e-mail; case does not matter. One owner may have several workspaces.",
                    min = 3,
                    max = 320,
                    personal = true)
            @Nullable
            String ownerEmail,

            @Doc("The exact id.") @Nullable UUID organizationId,

            @Doc(value = "How many matches to return at most; 5 by default.", min = 1, max = 10, byDefault = "5")
            @Nullable
            Integer limit) {}

    public record Output(
            @Doc(value = "What was found, best first; empty when nothing matches.", max = 10)
            List<Match> matches,

            @Doc("The workspace that is meant; null when none or more than one may be meant.") @Nullable
            UUID resolvedOrganizationId) {}

    public record Match(
            @Doc("The id that other tools take.") UUID organizationId,

            @Doc(value = "Name, cut at 200 characters.", max = 200)
            String name,

            @Doc(value = "Slug, cut at 200 characters.", max = 200)
            String slug,

            @Doc(value = "Owner's name, cut at 200 characters.", max = 200) @Nullable
            String ownerName,

            @Doc(value = "Owner's e-mail, cut at 200 characters.", max = 200) @Nullable
            String ownerEmail,

            @Doc("Whether the outbound module is on; where it is off, other tools refuse.")
            boolean outboundEnabled,

            @Doc("A suspended workspace can be read, not changed.")
            OrganizationStatus status,

            @Doc(value = "How well the query fits: 1 means every word was found as typed.", min = 0, max = 1)
            double score,

            @Doc(
                    value =
                            "What the workspace was recognised by: the exact criteria given, and what the query fits best.",
                    max = 5)
            List<MatchedOn> matchedOn) {}

    @Override
    public void check(Input input, Violations violations) {
        if (input.query() == null
                && input.slug() == null
                && input.ownerEmail() == null
                && input.organizationId() == null) {
            violations.add("", "criterion_required", "give at least one of query, slug, ownerEmail and organizationId");
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        List<Candidate> found = tellsSomething(input.query()) ? search.find(input) : List.of();
        Candidate resolved = Candidate.resolve(found);
        int limit = input.limit() == null ? DEFAULT_LIMIT : input.limit();
        List<Match> matches = found.stream().limit(limit).map(Candidate::match).toList();
        if (resolved == null) {
            Result<Output> open = Result.of(
                    new Output(matches, null),
                    matches.isEmpty()
                            ? "No workspace matches: try fewer words, or the owner's e-mail."
                            : matches.size() + (matches.size() == 1 ? " workspace matches" : " workspaces match")
                                    + ", but it is not certain which one is meant.");
            return matches.isEmpty() ? open : open.warn(List.of(ambiguous()));
        }
        UUID id = resolved.match().organizationId();
        Result<Output> one = Result.of(
                new Output(matches, id),
                "The workspace is " + id + ", best of " + matches.size()
                        + (matches.size() == 1 ? " match" : " matches") + " with a score of "
                        + resolved.match().score() + "; its outbound module is "
                        + (resolved.match().outboundEnabled() ? "on." : "off, so no other tool can work in it."));
        return resolved.match().outboundEnabled() ? one.next(overview(id)) : one;
    }

    /** A single letter beside punctuation is no name: it would fit some word of any workspace. */
    private static boolean tellsSomething(@Nullable String query) {
        return query == null
                || query.codePoints().filter(Character::isLetterOrDigit).count() > 1;
    }

    private static Warning ambiguous() {
        return new Warning(
                "ambiguous_workspace",
                "No match is both close enough and well ahead of the next: ask which workspace is meant, then use its"
                        + " organizationId.",
                null);
    }

    private static NextAction overview(UUID id) {
        return NextAction.in(
                id, "get_crm_workspace_overview", "Shows the state of the workspace and what needs action.", Map.of());
    }
}
