package org.crmagent.probe;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;

/** Proves what several statements of one reading call see. */
@ToolSpec(
        title = "Look twice at a campaign",
        description = "Reads the version of a campaign, waits, and reads it again.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "Without waiting.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000004\", \"seconds\": 0}"),
            @ToolSpec.Example(
                    description = "After a moment.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000004\", \"seconds\": 0.01}")
        })
public class ProbeLookTwice implements Tool<ProbeLookTwice.Input, ProbeLookTwice.Output> {

    @Inject
    Sql sql;

    public record Input(
            @Doc("The campaign.") UUID campaignId,

            @Doc(value = "How long to wait.", min = 0, max = 60)
            double seconds) {}

    public record Output(
            @Doc("The version at first.") long first,
            @Doc("The version then.") long second) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        long first = version(input);
        sql.acrossOrganizations("select pg_sleep(:seconds)")
                .set("seconds", input.seconds())
                .list(row -> first);
        return Result.of(new Output(first, version(input)), "Looked twice.")
                .next(NextAction.of(
                        "probe_hold", "Changes it.", Map.of("campaignId", input.campaignId(), "seconds", 0)))
                .next(NextAction.of(
                        "probe_look_twice", "Looks again.", Map.of("campaignId", input.campaignId(), "seconds", 0)));
    }

    private long version(Input input) {
        return sql.of("select version from campaign where organization_id = :organizationId and id = :id")
                .set("id", input.campaignId())
                .one(row -> row.number("version"));
    }
}
