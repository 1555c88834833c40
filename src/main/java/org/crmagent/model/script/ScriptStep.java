package org.crmagent.model.script;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** One step of a call script, with the branches below it. */
public record ScriptStep(
        @Doc(value = "Unique in the whole script.", pattern = "^[a-z0-9_-]{1,40}$")
        String id,

        @Doc(
                "instruction: read aloud, takes no answer. question: a free answer. yesno: Oui or Non. select: one of options.")
        StepType type,

        @Doc(value = "What the caller says.", min = 1, max = 2000)
        String text,

        @Doc(
                value = "Name under which the answer is captured, for qualification fields to be filled from; unique in"
                        + " the whole script. Not for an instruction.",
                pattern = "^[A-Za-z0-9_.-]{1,60}$")
        @Nullable
        String captureKey,

        @Doc("True: the script can't be completed without an answer, where it comes by here. Not for an instruction.")
        @Nullable
        Boolean required,

        @Doc(
                value = "The possible answers of a select, 2 to 20; only there.",
                min = 2,
                max = 20,
                itemMax = 200,
                unique = true)
        @Nullable
        List<String> options,

        @Doc(
                value = "What follows which answer; only of a yesno or select. Other answers go on with the next step."
                        + " Steps nest at most 12 deep.",
                max = 20)
        @Nullable
        List<ScriptBranch> branches) {

    /** The two answers of a yesno, in every language. */
    public static final List<String> YES_NO = List.of("Oui", "Non");

    /** What can be answered, where that is a closed list; empty otherwise. */
    public List<String> answers() {
        return switch (type) {
            case YESNO -> YES_NO;
            case SELECT -> options == null ? List.of() : options;
            case INSTRUCTION, QUESTION -> List.of();
        };
    }

    /** The branches, none where the step has no list of them. */
    public List<ScriptBranch> ways() {
        return branches == null ? List.of() : branches;
    }

    /** The step and all below it, as a reader meets them. */
    public Stream<ScriptStep> tree() {
        return Stream.concat(Stream.of(this), ways().stream().flatMap(way -> all(way.steps())));
    }

    /** Every step of a script, as a reader meets them. */
    public static Stream<ScriptStep> all(List<ScriptStep> steps) {
        return steps.stream().flatMap(ScriptStep::tree);
    }

    /** From the column {@code steps}. */
    public static List<ScriptStep> read(JsonArray steps) {
        return list(steps, ScriptStep::read);
    }

    private static ScriptStep read(JsonValue json) {
        JsonObject step = json.asJsonObject();
        return new ScriptStep(
                step.getString("id"),
                StepType.valueOf(step.getString("type").toUpperCase(Locale.ROOT)),
                step.getString("text"),
                step.getString("captureKey", null),
                has(step, "required") ? step.getBoolean("required") : null,
                has(step, "options")
                        ? list(step.getJsonArray("options"), option -> ((JsonString) option).getString())
                        : null,
                has(step, "branches") ? list(step.getJsonArray("branches"), ScriptStep::branch) : null);
    }

    private static ScriptBranch branch(JsonValue json) {
        JsonObject branch = json.asJsonObject();
        return new ScriptBranch(
                branch.getString("label"), has(branch, "steps") ? read(branch.getJsonArray("steps")) : List.of());
    }

    /** As the column {@code steps} keeps them, and as documents and answers show them: without what a step does not have. */
    public static JsonArray write(List<ScriptStep> steps) {
        JsonArrayBuilder written = Json.createArrayBuilder();
        steps.forEach(step -> written.add(step.write()));
        return written.build();
    }

    private JsonObjectBuilder write() {
        JsonObjectBuilder step = Json.createObjectBuilder()
                .add("id", id)
                .add("type", type.name().toLowerCase(Locale.ROOT))
                .add("text", text);
        if (captureKey != null) {
            step.add("captureKey", captureKey);
        }
        if (required != null) {
            step.add("required", required);
        }
        if (options != null) {
            step.add("options", Json.createArrayBuilder(options));
        }
        if (branches != null) {
            JsonArrayBuilder ways = Json.createArrayBuilder();
            branches.forEach(way -> ways.add(
                    Json.createObjectBuilder().add("label", way.label()).add("steps", write(way.steps()))));
            step.add("branches", ways);
        }
        return step;
    }

    private static boolean has(JsonObject json, String member) {
        return json.containsKey(member) && !json.isNull(member);
    }

    private static <T> List<T> list(JsonArray json, Function<JsonValue, T> reader) {
        return json.stream().map(reader).toList();
    }
}
