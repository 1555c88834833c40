package org.crmagent.schema;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashSet;
import java.util.Set;
import org.crmagent.tool.Refusal;

/** One pass over the events of a parser: builds the object and knows at every moment where it is. */
final class StrictWalk {
    private static final int DEEPEST = 64;

    private String pointer = "";
    private int depth;

    /** Where the walk is, or stopped. */
    String pointer() {
        return pointer;
    }

    JsonObject read(JsonParser parser) {
        if (parser.next() != Event.START_OBJECT) {
            throw StrictJson.malformed("", "not_an_object", "the body is no JSON object: send one, in braces");
        }
        JsonObject object = object(parser);
        if (continues(parser)) {
            throw StrictJson.malformed("", "trailing_content", "something follows the object: send one object alone");
        }
        return object;
    }

    private static boolean continues(JsonParser parser) {
        try {
            return parser.hasNext();
        } catch (JsonException e) {
            return true;
        }
    }

    private JsonObject object(JsonParser parser) {
        String here = pointer;
        enter();
        JsonObjectBuilder object = Jsonp.object();
        Set<String> names = new HashSet<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            pointer = Jsonp.shortChild(here, name);
            checkText(name);
            if (!names.add(name)) {
                throw refusal("duplicate_member", "the member " + Quote.of(name) + " is there twice: keep one");
            }
            object.add(name, value(parser, parser.next()));
            pointer = here;
        }
        depth--;
        return object.build();
    }

    private JsonValue array(JsonParser parser) {
        String here = pointer;
        enter();
        JsonArrayBuilder array = Jsonp.array();
        int index = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            pointer = here + "/" + index++;
            array.add(value(parser, event));
            pointer = here;
        }
        depth--;
        return array.build();
    }

    private JsonValue value(JsonParser parser, Event event) {
        return switch (event) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> {
                String text = parser.getString();
                checkText(text);
                yield Jsonp.string(text);
            }
            case VALUE_NUMBER -> StrictNumber.of(parser.getString(), this);
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw new IllegalStateException("no value starts with " + event);
        };
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw refusal("too_deep", "objects and lists are nested deeper than " + DEEPEST + ": flatten them");
        }
    }

    private void checkText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw refusal("nul_character", "a text holds the character U+0000: leave it out");
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw refusal("lone_surrogate", "a text holds half of a surrogate pair: write the whole character");
                }
                i++;
            }
        }
    }

    Refusal refusal(String code, String message) {
        return StrictJson.malformed(pointer, code, message);
    }
}
