package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.catalogue.Entry;
import org.crmagent.contract.Tools;
import org.crmagent.schema.Checker;
import org.crmagent.tool.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolListTest {
    private static final Catalogue CATALOGUE = Tools.catalogue();

    private final List<JsonObject> tools = list();

    @Test
    void holdsTheCatalogueInItsOrder() {
        assertEquals(
                CATALOGUE.entries().stream().map(Entry::name).toList(),
                tools.stream().map(tool -> tool.getString("name")).toList());
        for (JsonObject tool : tools) {
            assertEquals(
                    Set.of("name", "title", "description", "inputSchema", "outputSchema", "annotations"),
                    tool.keySet());
            assertTrue(tool.getString("name").matches("[a-z0-9_]{1,64}"), tool.getString("name"));
            assertEquals("object", tool.getJsonObject("inputSchema").getString("type"));
            assertEquals("object", tool.getJsonObject("outputSchema").getString("type"));
        }
    }

    /** Whoever reads the list reads it before anything else. */
    @Test
    void staysReadable() {
        int size = tools.toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(size <= 240 * 1024, () -> "the list has " + size + " bytes");
    }

    @Test
    void takesEveryExampleWithTheMembersOfACall() {
        for (Entry<?, ?> entry : CATALOGUE.entries()) {
            Checker checker = Checker.of(ToolList.tool(entry).getJsonObject("inputSchema"));
            for (JsonObject example : entry.examples()) {
                JsonObjectBuilder call =
                        Json.createObjectBuilder(example).add("reason", "why").add("requestId", "r");
                if (entry.spec().organization()) {
                    assertEquals(
                            List.of("/organizationId required"),
                            checker.check(call.build(), "").stream()
                                    .map(violation -> violation.pointer() + " " + violation.code())
                                    .toList());
                    call = Json.createObjectBuilder(example)
                            .add("organizationId", "00000001-0000-4000-8000-000000000001")
                            .add("reason", JsonValue.NULL)
                            .add("requestId", JsonValue.NULL);
                }
                assertEquals(List.of(), checker.check(call.build(), ""), entry.name());
            }
        }
    }

    /** Only the tool that finds the organization takes one by its own rules. */
    @Test
    void keepsOwnMembersApartFromThoseOfACall() {
        for (Entry<?, ?> entry : CATALOGUE.entries()) {
            JsonObject own = entry.inputSchema().getJsonObject("properties");
            assertFalse(own.containsKey("reason") || own.containsKey("requestId"), entry.name());
            assertFalse(entry.spec().organization() && own.containsKey("organizationId"), entry.name());
        }
        JsonObject resolve = tools.get(0).getJsonObject("inputSchema");
        assertEquals("crm_resolve_workspace", tools.get(0).getString("name"));
        assertFalse(resolve.getJsonArray("required")
                .getValuesAs(JsonString::getString)
                .contains("organizationId"));
        assertTrue(resolve.getJsonObject("properties").containsKey("organizationId"));
    }

    @ParameterizedTest
    @CsvSource({
        "READ, true, false, true",
        "WRITE, false, false, false",
        "BULK, false, true, false",
        "DESTRUCTIVE, false, true, false"
    })
    void tellsTheRisk(Risk risk, boolean readOnly, boolean destructive, boolean idempotent) {
        for (Entry<?, ?> entry : CATALOGUE.entries()) {
            if (entry.spec().risk() == risk) {
                JsonObject annotations = ToolList.tool(entry).getJsonObject("annotations");
                assertEquals(readOnly, annotations.getBoolean("readOnlyHint"));
                assertEquals(destructive, annotations.getBoolean("destructiveHint"));
                assertEquals(idempotent, annotations.getBoolean("idempotentHint"));
                assertFalse(annotations.getBoolean("openWorldHint"));
            }
        }
    }

    private static List<JsonObject> list() {
        ToolList list = new ToolList();
        list.catalogue = CATALOGUE;
        return list.published().getValuesAs(JsonObject.class);
    }
}
