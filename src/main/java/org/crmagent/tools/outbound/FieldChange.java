package org.crmagent.tools.outbound;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.model.CallingWindow;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** One field that an update changed. */
public record FieldChange(
        @Doc(value = "The member of the input that changed it.", max = 40)
        String field,

        @Doc(value = "Before, as text, cut at 200 characters; null: nothing.", max = 200) @Nullable
        String from,

        @Doc(value = "After, as text, cut at 200 characters; null: nothing.", max = 200) @Nullable
        String to) {

    private static final int LONGEST = 200;
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
            changes.add(new FieldChange(field, text(from), text(to)));
        }
    }

    private static @Nullable Object value(RecordComponent component, CampaignView view) {
        try {
            return component.getAccessor().invoke(view);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(component.getName(), impossible);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text;
        if (value instanceof Enum<?> constant) {
            text = constant.name().toLowerCase(Locale.ROOT);
        } else if (value instanceof Reference reference) {
            text = reference.id().toString();
        } else if (value instanceof CallingWindow window) {
            text = window.from() + "-" + window.to() + " on " + text(window.days());
        } else if (value instanceof Collection<?> items) {
            text = items.stream().map(FieldChange::text).collect(Collectors.joining(", "));
        } else {
            text = value.toString();
        }
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
