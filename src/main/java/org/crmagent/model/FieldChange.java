package org.crmagent.model;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Counted;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** One field that an update changed. */
public record FieldChange(
        @Doc(value = "Member of the input.", max = 60) String field,

        @Doc("Before; null: nothing.") JsonValue from,

        @Doc("After; null: nothing.") JsonValue to) {

    /** Adds the change of a field, if it is one. Values are text, numbers, enumerations, ids, JSON or collections of these. */
    public static void add(List<FieldChange> changes, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(new FieldChange(field, json(from), json(to)));
        }
    }

    /**
     * Adds the change of a list of named parts: which came, went and changed, not all of both.
     *
     * @param from the lists before in figures, e.g. how many
     * @param to the lists after in figures
     */
    public static <T> void addParts(
            List<FieldChange> changes,
            String field,
            JsonObjectBuilder from,
            Map<String, T> before,
            JsonObjectBuilder to,
            Map<String, T> after) {
        from.add("removed", names(before, name -> !after.containsKey(name)));
        to.add("added", names(after, name -> !before.containsKey(name)));
        to.add(
                "changed",
                names(after, name -> before.containsKey(name) && !Objects.equals(before.get(name), after.get(name))));
        add(changes, field, from.build(), to.build());
    }

    /**
     * How many fields changed and where that leaves what they are of, as the start of a sentence.
     *
     * @param what e.g. {@code campaign}
     * @param status afterwards
     * @param version afterwards
     */
    public static String told(List<FieldChange> changes, String what, boolean dryRun, Enum<?> status, int version) {
        return Counted.of(changes.size(), "field") + " of the " + what
                + (dryRun ? " would change; it would then be " : " changed; it is ")
                + LifeCycle.word(status) + " at version " + version;
    }

    private static JsonArrayBuilder names(Map<String, ?> parts, Predicate<String> chosen) {
        return Json.createArrayBuilder(parts.keySet().stream().filter(chosen).toList());
    }

    private static JsonValue json(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Integer number) {
            return Json.createValue(number);
        }
        if (value instanceof Enum<?> constant) {
            return Json.createValue(constant.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Collection<?> items) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            items.forEach(item -> array.add(json(item)));
            return array.build();
        }
        return Json.createValue(value.toString());
    }
}
