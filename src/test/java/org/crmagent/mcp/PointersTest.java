package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointersTest {

    @ParameterizedTest
    @CsvSource({
        "/input/filter/tagsAny/2, /filter/tagsAny/2",
        "/input, ''",
        "/input/input, /input",
        "/organizationId, /organizationId",
        "/inputs/x, /inputs/x",
        "'', ''"
    })
    void leadIntoTheArguments(String intoBody, String intoArguments) {
        JsonObject moved = Pointers.intoArguments(refusal("x", intoBody));
        JsonObject error = moved.getJsonObject("data");
        assertEquals("c", error.getString("code"));
        assertEquals(7, error.getInt("detail"));
        assertEquals(
                intoArguments, error.getJsonArray("violations").getJsonObject(0).getString("pointer"));
        assertEquals("m", error.getJsonArray("violations").getJsonObject(0).getString("message"));
    }

    @ParameterizedTest
    @CsvSource({
        "/input/name: must be text., /name: must be text.",
        "/input: lacks name., The arguments: lacks name.",
        "Nothing was done at /input/x., Nothing was done at /input/x."
    })
    void beginTheSentence(String before, String after) {
        assertEquals(after, Pointers.intoArguments(refusal(before, "")).getString("summary"));
    }

    private static JsonObject refusal(String summary, String pointer) {
        return Json.createObjectBuilder()
                .add("summary", summary)
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("code", "c")
                                .add("detail", 7)
                                .add(
                                        "violations",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("pointer", pointer)
                                                        .add("message", "m"))))
                .build();
    }
}
