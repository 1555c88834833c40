package org.crmagent.call;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.crmagent.tool.Change;

/** An input without what says nothing: null where null means absent, and controls that are false. */
final class Meant {
    private static final Set<String> FLAGS = Set.of("dryRun", "confirm");

    private Meant() {}

    static JsonObject by(Class<? extends Record> type, JsonObject input) {
        Set<String> clearable = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == Change.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        JsonObjectBuilder meant = Json.createObjectBuilder();
        input.forEach((name, value) -> {
            boolean absent = value == JsonValue.NULL && !clearable.contains(name);
            boolean unset = value == JsonValue.FALSE && FLAGS.contains(name);
            if (!absent && !unset) {
                meant.add(name, value);
            }
        });
        return meant.build();
    }
}
