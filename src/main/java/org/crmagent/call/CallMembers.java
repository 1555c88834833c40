package org.crmagent.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.crmagent.tool.text.Json;

/** What a call says beside the tool's own input, as the properties of a JSON Schema: one text for both doors. */
public final class CallMembers {
    /** For a tool that works in an organization. */
    public static final JsonObject BOUND = members(
            "{\"type\": \"string\", \"format\": \"uuid\", \"description\": \"The workspace to work in: crm_resolve_workspace finds it.\"}");

    /** For the tool that finds the organization. */
    public static final JsonObject FREE = members("{\"type\": \"null\"}");

    private CallMembers() {}

    private static JsonObject members(String organizationId) {
        String text = """
                {"organizationId": %s,
                 "reason": {"type": ["string", "null"], "maxLength": 500,
                  "description": "Why the call is made, for the audit log."},
                 "requestId": {"type": ["string", "null"], "minLength": 1, "maxLength": 120,
                  "description": "An id of your making: a change repeated with the same id and the same input is done once."}}
                """.formatted(organizationId);
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
