package org.crmagent.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.stream.Collectors;

/** The page of one tool for people, made from what the catalogue publishes. */
final class Page {
    private Page() {}

    static String of(JsonObject tool) {
        StringBuilder page = new StringBuilder();
        page.append("<!-- Generated from the catalogue: ./mvnw test -Dcontract.update=true -->\n\n# ")
                .append(tool.getString("name"))
                .append("\n\n")
                .append(tool.getString("description"))
                .append("\n\n| | |\n|---|---|\n| risk | ")
                .append(tool.getString("riskLevel"))
                .append(" |\n| takes an organization | ")
                .append(tool.getBoolean("requiresOrganizationId") ? "yes" : "no")
                .append(" |\n| dry run | ")
                .append(tool.getBoolean("supportsDryRun") ? "yes" : "no")
                .append(" |\n\n## Input\n\n");
        members(page, tool.getJsonObject("inputSchema"), "");
        page.append("\n## Output\n\n");
        members(page, tool.getJsonObject("outputSchema"), "");
        page.append("\n## Examples\n");
        for (JsonObject example : tool.getJsonArray("examples").getValuesAs(JsonObject.class)) {
            page.append("\n")
                    .append(example.getString("description"))
                    .append("\n\n```json\n")
                    .append(example.getJsonObject("input"))
                    .append("\n```\n");
        }
        return page.toString();
    }

    static String index(Collection<JsonObject> tools) {
        return "<!-- Generated from the catalogue: ./mvnw test -Dcontract.update=true -->\n\n# The tools\n\n"
                + "| tool | risk | what it does |\n|---|---|---|\n"
                + tools.stream()
                        .map(tool -> "| [" + tool.getString("name") + "](" + tool.getString("name") + ".md) | "
                                + tool.getString("riskLevel") + " | " + cell(tool.getString("title")) + " |\n")
                        .collect(Collectors.joining());
    }

    private static void members(StringBuilder page, JsonObject schema, String indent) {
        JsonArray required = schema.getJsonArray("required");
        schema.getJsonObject("properties").forEach((name, value) -> {
            JsonObject member = value.asJsonObject();
            page.append(indent)
                    .append("- `")
                    .append(name)
                    .append("` (")
                    .append(type(member))
                    .append(required != null && holds(required, name) ? ", required" : "")
                    .append("): ")
                    .append(cell(member.getString("description", "")))
                    .append('\n');
            JsonObject nested = nested(member);
            if (nested != null) {
                members(page, nested, indent + "  ");
            }
        });
    }

    private static JsonObject nested(JsonObject member) {
        JsonObject holder = member.containsKey("items") ? member.getJsonObject("items") : member;
        return holder.containsKey("properties") ? holder : null;
    }

    private static String type(JsonObject member) {
        JsonValue type = member.get("type");
        String name = type instanceof JsonArray several
                ? several.stream().map(Page::text).collect(Collectors.joining(" or "))
                : type == null ? "object" : text(type);
        return member.containsKey("enum")
                ? member.getJsonArray("enum").stream().map(Page::text).collect(Collectors.joining(" / "))
                : name;
    }

    private static boolean holds(JsonArray names, String name) {
        return names.stream().anyMatch(each -> text(each).equals(name));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
