package org.crmagent.mcp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.crmagent.call.Answer;
import org.crmagent.call.CallMembers;
import org.crmagent.call.Door;
import org.crmagent.call.Road;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.text.Json;

/** {@code tools/call}: the arguments sent down the road as a body, its answer as a result. */
@ApplicationScoped
class ToolCall {
    @Inject
    Road road;

    @Inject
    Catalogue catalogue;

    /**
     * What came of it.
     *
     * @param headers those of the road's answer
     */
    record Done(JsonObject result, Map<String, String> headers) {}

    /**
     * Runs the tool. The agent's mistakes are results, so that it can read them.
     *
     * @throws ProtocolError when no tool is reached or the program fails
     */
    Done run(Message message, Caller caller) {
        String name = message.text("name");
        if (name == null) {
            throw invalid("params.name must be a string.");
        }
        if (!(message.params().getOrDefault("arguments", JsonValue.EMPTY_JSON_OBJECT)
                instanceof JsonObject arguments)) {
            throw invalid("params.arguments must be an object.");
        }
        byte[] body = body(name, arguments).toString().getBytes(StandardCharsets.UTF_8);
        Answer answer = road.call(caller, Door.MCP, name, () -> body);
        JsonObject envelope = parsed(answer.body());
        JsonObject data = envelope.getJsonObject("data");
        if (!data.containsKey("toolName")) {
            // no tool of this name, or a node that stops
            int code = answer.status() == ErrorCode.UNAVAILABLE.status()
                    ? ProtocolError.INTERNAL_ERROR
                    : ProtocolError.INVALID_PARAMS;
            throw new ProtocolError(200, code, envelope.getString("error"), data);
        }
        if (answer.status() == ErrorCode.INTERNAL_ERROR.status()) {
            throw new ProtocolError(
                    200, ProtocolError.INTERNAL_ERROR, envelope.getString("error"), envelope.getJsonObject("meta"));
        }
        return new Done(result(envelope), answer.headers());
    }

    /** Members that every call has go beside the input; a tool without organization may have such a member of its own. */
    private JsonObject body(String toolName, JsonObject arguments) {
        boolean bound = catalogue
                .find(toolName)
                .map(entry -> entry.spec().organization())
                .orElse(true);
        JsonObjectBuilder body = Json.createObjectBuilder();
        JsonObjectBuilder input = Json.createObjectBuilder();
        arguments.forEach((member, value) -> {
            boolean beside = CallMembers.BOUND.containsKey(member) && (bound || !member.equals("organizationId"));
            (beside ? body : input).add(member, value);
        });
        return body.add("input", input).build();
    }

    private static JsonObject result(JsonObject envelope) {
        boolean error = !envelope.getBoolean("success");
        JsonObject data = envelope.getJsonObject("data");
        JsonObject content = Json.createObjectBuilder(error ? Pointers.intoArguments(data) : data)
                .add("meta", envelope.getJsonObject("meta"))
                .build();
        return Json.createObjectBuilder()
                .add(
                        "content",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "text")
                                        .add("text", content.toString())))
                .add("structuredContent", content)
                .add("isError", error)
                .build();
    }

    private static JsonObject parsed(byte[] body) {
        try (JsonReader reader = Json.createReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private static ProtocolError invalid(String sentence) {
        return new ProtocolError(200, ProtocolError.INVALID_PARAMS, sentence, null);
    }
}
