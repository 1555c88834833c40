package org.crmagent.tools.outbound;

import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.FieldChange;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** What an update changed of a campaign. */
final class CampaignDifference {
    private static final Set<String> BOOKKEEPING = Set.of("version", "updatedAt");

    private CampaignDifference() {}

    /** What differs between two views of one campaign, in the order of its columns. */
    static List<FieldChange> between(
            CampaignView before, CampaignView after, List<UUID> agentsBefore, List<UUID> agentsAfter) {
        List<FieldChange> changes = new ArrayList<>();
        for (RecordComponent component : CampaignView.class.getRecordComponents()) {
            String name = component.getName();
            boolean template = component.getType() == Reference.class;
            if (!BOOKKEEPING.contains(name)) {
                FieldChange.add(
                        changes, template ? name + "Id" : name, value(component, before), value(component, after));
            }
        }
        FieldChange.add(changes, "agentIds", agentsBefore, agentsAfter);
        return changes;
    }

    /** As the input takes it. */
    private static @Nullable Object value(RecordComponent component, CampaignView view) {
        if (component.getName().equals("callingWindows")) {
            try (JsonReader reader = Json.createReader(new StringReader(CallingWindow.write(view.callingWindows())))) {
                return reader.readArray();
            }
        }
        try {
            Object value = component.getAccessor().invoke(view);
            return value instanceof Reference reference ? reference.id() : value;
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(component.getName(), impossible);
        }
    }
}
