package org.crmagent.tools.outbound;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.CallingWindow;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** One field that an update changed. */
public record FieldChange(
        @Doc(value = "The member of the input that changed it.", max = 40)
        String field,

        @Doc("Before, as the input takes it; null: nothing.")
        JsonValue from,

        @Doc("After, as the input takes it; null: nothing.") JsonValue to) {

    private static final Set<String> BOOKKEEPING = Set.of("version", "updatedAt");

    /** What differs between two views of one campaign, in the order of its columns. */
    static List<FieldChange> between(
            CampaignView before, CampaignView after, List<UUID> agentsBefore, List<UUID> agentsAfter) {
        List<FieldChange> changes = new ArrayList<>();
        for (RecordComponent component : CampaignView.class.getRecordComponents()) {
            if (!BOOKKEEPING.contains(component.getName())) {
                add(changes, component.getName(), value(component, before), value(component, after));
            }
        }
        add(changes, "agentIds", agentsBefore, agentsAfter);
        return changes;
    }

    private static void add(List<FieldChange> changes, String name, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            String field = from instanceof Reference || to instanceof Reference ? name + "Id" : name;
            changes.add(new FieldChange(field, json(from), json(to)));
        }
    }

    private static @Nullable Object value(RecordComponent component, CampaignView view) {
        try {
            return component.getAccessor().invoke(view);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(component.getName(), impossible);
        }
    }

    private static JsonValue json(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Integer number) {
            return Json.createValue(number);
        }
        if (value instanceof Enum<?> constant) {
            return Json.createValue(constant.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Reference reference) {
            return Json.createValue(reference.id().toString());
        }
        if (value instanceof CallingWindow window) {
            return Json.createObjectBuilder()
                    .add("days", json(window.days()))
                    .add("from", window.from().toString())
                    .add("to", window.to().toString())
                    .build();
        }
        if (value instanceof Collection<?> items) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            items.forEach(item -> array.add(json(item)));
            return array.build();
        }
        return Json.createValue(value.toString());
    }
}
