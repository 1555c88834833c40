package org.crmagent.model;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** One field that an update changed. */
public record FieldChange(
        @Doc(value = "The member of the input that changed it.", max = 40)
        String field,

        @Doc("Before, as the input takes it; null: nothing.")
        JsonValue from,

        @Doc("After, as the input takes it; null: nothing.") JsonValue to) {

    /** Adds the change of a field, if it is one. Values are text, numbers, enumerations, ids, JSON or collections of these. */
    public static void add(List<FieldChange> changes, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(new FieldChange(field, json(from), json(to)));
        }
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
