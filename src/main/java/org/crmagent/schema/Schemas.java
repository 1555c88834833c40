package org.crmagent.schema;

import jakarta.json.JsonObject;
import java.util.List;
import org.crmagent.tool.ToolSpec;

/**
 * Publishes records as JSON Schema 2020-12: self-contained, closed, members in the order of the components. Inputs stay
 * within the subset that strict function calling accepts: no composition keywords, an optional member as
 * {@code type: [T, "null"]}, a recursive record as one local {@code $defs}.
 */
public final class Schemas {
    private Schemas() {}

    /**
     * The schema of a tool's {@code input}: the record's members, then the control members that the tool declares.
     *
     * @param type a record without {@link #faults}
     * @param spec what the tool declares of itself
     * @param planned true for a tool that plans before it applies: it takes {@code previewToken} and
     *     {@code expectedCount}
     * @throws IllegalArgumentException when the record has faults that leave nothing to publish
     */
    public static JsonObject input(Class<? extends Record> type, ToolSpec spec, boolean planned) {
        return new Publisher(type, true).root(Controls.of(spec, planned));
    }

    /**
     * The schema of what an answer holds in {@code data.data}. A {@code @Nullable} component is always written, possibly
     * as null; an {@code Optional} one is left out when empty.
     *
     * @param type a record without {@link #faults}
     * @param planned true for a tool that plans before it applies: its dry runs answer {@code previewToken} too
     * @throws IllegalArgumentException when the record has faults that leave nothing to publish
     */
    public static JsonObject output(Class<? extends Record> type, boolean planned) {
        List<Member> preview = planned ? Member.of(Controls.Preview.class) : List.of();
        return new Publisher(type, false).root(preview);
    }

    /**
     * Everything that keeps a record, or one it holds, from being published.
     *
     * @param type the record
     * @param input true for an input, false for an output
     * @return one sentence each, naming record and component; empty when all is well
     */
    public static List<String> faults(Class<? extends Record> type, boolean input) {
        return new Faults(input).of(type);
    }
}
