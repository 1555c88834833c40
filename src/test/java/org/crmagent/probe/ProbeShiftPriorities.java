package org.crmagent.probe;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Plan;
import org.crmagent.tool.PlannedTool;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.ToolSpec;

/** Proves what the road does for tools that plan before they apply: adds a number to the priority of campaigns. */
@ToolSpec(
        title = "Shift priorities",
        description = "Adds a number to the priority of every campaign that has the given tag.",
        risk = Risk.DESTRUCTIVE,
        confirm = true,
        examples = {
            @ToolSpec.Example(description = "Preview.", input = "{\"tag\": \"probe\", \"by\": 1, \"dryRun\": true}"),
            @ToolSpec.Example(description = "Apply.", input = "{\"tag\": \"probe\", \"by\": 1, \"confirm\": true}")
        })
public class ProbeShiftPriorities implements PlannedTool<ProbeShiftPriorities.Input, ProbeShiftPriorities.Output> {

    private static final int MANY = 2;

    @Inject
    Sql sql;

    public record Input(
            @Doc(value = "Campaigns with this tag.", max = 40)
            String tag,

            @Doc(value = "What to add.", min = -5, max = 5) int by,

            @Doc(value = "Does nothing.", max = 40) @org.jspecify.annotations.Nullable
            String note,

            @Doc("Does nothing.") @org.jspecify.annotations.Nullable
            UUID about,

            @Doc(value = "Does nothing.", max = 40, byDefault = "\"gently\"") @org.jspecify.annotations.Nullable
            String way) {}

    public record Output(
            @Doc(value = "Campaigns that match.") long matched) {}

    private record Set(long count, long fingerprint) {}

    @Override
    public Plan<Output> plan(Input input, Call call) {
        Set set = sql.of("""
                        select count(*) as count,
                               coalesce(bit_xor(hashtextextended(id::text || version || updated_at, 0)), 0) as fingerprint
                        from campaign
                        where organization_id = :organizationId and tags @> :tags::text[]
                        """).set("tags", List.of(input.tag())).one(ProbeShiftPriorities::set);
        Result<Output> preview = Result.of(new Output(set.count()), set.count() + " campaigns would be shifted.");
        return new Plan<>(preview, set.count(), set.fingerprint(), set.count() > MANY);
    }

    @Override
    public Result<Output> apply(Input input, Plan<Output> plan, Call call) {
        long shifted = sql.of("""
                        update campaign
                        set priority = priority + :by, version = version + 1, updated_at = :now
                        where organization_id = :organizationId and tags @> :tags::text[]
                        """)
                .setAll(Map.of("by", input.by(), "now", call.now(), "tags", List.of(input.tag())))
                .update();
        return Result.of(new Output(shifted), shifted + " campaigns were shifted.")
                .affected("campaigns", shifted);
    }

    private static Set set(Row row) {
        return new Set(row.number("count"), row.number("fingerprint"));
    }
}
