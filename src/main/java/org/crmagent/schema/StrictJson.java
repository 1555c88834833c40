package org.crmagent.schema;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Json;

/** Reads a request body as all JSON readers would (I-JSON, RFC 7493), or not at all. */
public final class StrictJson {
    private StrictJson() {}

    /**
     * The one JSON object that the body is. Numbers come in one spelling ({@code 1e2} as 100, {@code -0} as 0).
     *
     * @param body UTF-8 without byte order mark
     * @return the object, its members in the order of the body
     * @throws Refusal {@code malformed_json} with one violation when the body is not UTF-8, not JSON (RFC 8259), not an
     *     object, nested deeper than 64, names a member twice, or holds a NUL character, a lone surrogate or a number that
     *     JSON readers do not share: an integer beyond ±(2^53-1), a magnitude beyond binary64, more than 17 significant
     *     digits
     */
    public static JsonObject object(byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw malformed("", "empty_body", "the body is empty: send one JSON object");
        }
        StrictWalk walk = new StrictWalk();
        try (JsonParser parser = Json.PROVIDER.createParser(new StringReader(text))) {
            return walk.read(parser);
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw notJson(walk.pointer());
        }
    }

    static Refusal malformed(String pointer, String code, String message) {
        String where = pointer.isEmpty() ? "" : " at " + Quote.cut(pointer);
        return new Refusal(
                ErrorCode.MALFORMED_JSON,
                "The body is refused" + where + ": " + message + ".",
                List.of(new Violation(pointer, code, message, null)));
    }

    private static Refusal notJson(String pointer) {
        return malformed(pointer, "not_json", "the text is not JSON (RFC 8259): correct the syntax here or just after");
    }

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw malformed("", "byte_order_mark", "the body starts with a byte order mark: leave it out");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw malformed("", "not_utf8", "the body is not UTF-8: encode it as UTF-8");
        }
    }
}
