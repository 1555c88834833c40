package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** What a server makes of the contract file describes the same operations. */
class OpenApiIT extends OverHttp {

    @Test
    void describesTheOperationsOfTheContract() {
        Answer answer = api.send(api.anonymous("/openapi?format=JSON").header("Accept", "application/json"));
        assertEquals(200, answer.status());
        assertEquals(
                Set.of("/capabilities getCapabilities", "/tools/{toolName} callTool"),
                operations(answer.envelope().getJsonObject("paths")));
        assertEquals(
                2,
                Pattern.compile("operationId: (getCapabilities|callTool)\n")
                        .matcher(ContractFile.text())
                        .results()
                        .count());
    }

    private static Set<String> operations(JsonObject paths) {
        Set<String> operations = new TreeSet<>();
        paths.forEach((path, item) -> item.asJsonObject().values().stream()
                .filter(member -> member.getValueType() == JsonValue.ValueType.OBJECT)
                .map(JsonValue::asJsonObject)
                .filter(member -> member.containsKey("operationId"))
                .forEach(member -> operations.add(
                        path.replaceFirst("^/crm(/agent)?", "") + ' ' + member.getString("operationId"))));
        return operations;
    }
}
