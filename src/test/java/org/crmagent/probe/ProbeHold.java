package org.crmagent.probe;

import jakarta.inject.Inject;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;

/** Proves locks, time-outs, roll-back and bugs: changes a campaign, then waits or breaks. */
@ToolSpec(
        title = "Hold a campaign",
        description = "Adds one to the version of a campaign, then waits or breaks.",
        risk = Risk.WRITE,
        examples = {
            @ToolSpec.Example(
                    description = "Without waiting, as a preview.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000004\", \"seconds\": 0, \"dryRun\": true}"),
            @ToolSpec.Example(
                    description = "Without waiting.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000004\", \"seconds\": 0}")
        })
public class ProbeHold implements Tool<ProbeHold.Input, ProbeHold.Output> {

    @Inject
    Sql sql;

    public record Input(
            @Doc("The campaign.") UUID campaignId,

            @Doc(value = "How long to wait.", min = 0, max = 60)
            double seconds,

            @Doc("True to break afterwards.") @org.jspecify.annotations.Nullable
            Boolean breaks) {}

    public record Output(@Doc("The campaign's version now.") long version) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        long version = sql.of("""
                        update campaign set version = version + 1, updated_at = :now
                        where organization_id = :organizationId and id = :id
                        returning version
                        """)
                .set("id", input.campaignId())
                .set("now", call.now())
                .first(row -> row.number("version"))
                .orElseThrow(() -> Refusal.notFound("campaign", "/campaignId", input.campaignId()));
        sql.acrossOrganizations("select pg_sleep(:seconds)")
                .set("seconds", input.seconds())
                .list(row -> version);
        if (Boolean.TRUE.equals(input.breaks())) {
            throw new IllegalStateException("secret inside");
        }
        return Result.of(new Output(version), "The campaign has version " + version + ".")
                .affected("campaigns", 1);
    }
}
