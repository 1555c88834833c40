package org.crmagent.tools.outbound;

import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Places of a campaign that hold a template already. */
final class Occupied {
    private Occupied() {}

    /**
     * Refuses what would take the place of another template.
     *
     * @param script the one to attach; null: none that is not attached yet
     * @param qualification likewise
     */
    static void refuse(
            AttachCampaignTemplates.Input input,
            @Nullable UUID script,
            @Nullable UUID qualification,
            CampaignView before) {
        Violations attached = new Violations();
        occupied(TemplateKind.SCRIPT, script, before.scriptTemplate(), attached);
        occupied(TemplateKind.QUALIFICATION, qualification, before.qualificationTemplate(), attached);
        if (!attached.found().isEmpty()) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "Nothing was done: " + attached.found().get(0).message() + ", which only replace: true allows.",
                    attached.found(),
                    List.of(NextAction.of(
                            "attach_campaign_templates",
                            "Previews the same call with replace: true.",
                            replacing(input))));
        }
    }

    private static void occupied(
            TemplateKind kind, @Nullable UUID next, @Nullable Reference present, Violations attached) {
        if (next != null && present != null) {
            attached.add(
                    "/" + kind.member(),
                    "another_attached",
                    "the " + kind.what() + " " + present.id() + " is attached and would be replaced",
                    present.id().toString());
        }
    }

    private static Map<String, Object> replacing(AttachCampaignTemplates.Input input) {
        Map<String, Object> same = new LinkedHashMap<>();
        same.put("campaignId", input.campaignId());
        if (input.scriptTemplateId().present()) {
            same.put("scriptTemplateId", json(input.scriptTemplateId().value()));
        }
        if (input.qualificationTemplateId().present()) {
            same.put(
                    "qualificationTemplateId",
                    json(input.qualificationTemplateId().value()));
        }
        same.put("replace", true);
        same.put("dryRun", true);
        return same;
    }

    private static Object json(@Nullable UUID id) {
        return id == null ? JsonValue.NULL : id;
    }
}
