package org.crmagent.store;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** The bytes of JSON that the free texts of one row may still take, so that a page of full rows keeps its bound. */
public final class RowSpace {
    private static final int QUOTES_AND_COMMA = 3;
    private static final int ELLIPSIS = 3;
    private static final int COLON = 1;

    private int left;

    /** So many bytes; none where it is negative. */
    public RowSpace(int bytes) {
        left = bytes;
    }

    /** The text, cut with {@code …} where it does not fit. */
    public String text(String text) {
        int room = Math.max(0, left - QUOTES_AND_COMMA);
        if (bytes(text) <= room) {
            left = room - bytes(text);
            return text;
        }
        int end = 0;
        int taken = ELLIPSIS;
        while (taken + bytes(text.codePointAt(end)) <= room) {
            taken += bytes(text.codePointAt(end));
            end = text.offsetByCodePoints(end, 1);
        }
        left = Math.max(0, room - taken);
        return text.substring(0, end) + "…";
    }

    /** A column's text, of at most 200 characters, cut where it does not fit; null where it is. */
    public @Nullable String cell(Row row, String column) {
        String text = row.cellOrNull(column);
        return text == null ? null : text(text);
    }

    /** The first of the texts, as many as fit whole. */
    public List<String> texts(List<String> texts) {
        List<String> fitting = new ArrayList<>();
        for (String text : texts) {
            int needed = cost(text);
            if (needed > left) {
                break;
            }
            left -= needed;
            fitting.add(text);
        }
        return fitting;
    }

    /** The members of an object that fit whole. */
    public JsonObject object(JsonObject object) {
        JsonObjectBuilder fitting = Json.createObjectBuilder();
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            int needed = cost(member.getKey()) + plainBytes(member.getValue()) + COLON;
            if (take(needed)) {
                fitting.add(member.getKey(), member.getValue());
            }
        }
        return fitting.build();
    }

    /** What is left, in bytes. */
    public int left() {
        return left;
    }

    /** Takes bytes for what is no text; false, and nothing taken, where there are not so many left. */
    public boolean take(int bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }

    private static int plainBytes(JsonValue value) {
        return value.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Bytes of JSON that the whole text takes, with its quotes and a comma. */
    public static int cost(String text) {
        return bytes(text) + QUOTES_AND_COMMA;
    }

    private static int bytes(String text) {
        return text.codePoints().map(RowSpace::bytes).sum();
    }

    /** In UTF-8, escaped as JSON asks. */
    private static int bytes(int codePoint) {
        if (codePoint < 0x20) {
            return 6;
        } else if (codePoint == '"' || codePoint == '\\') {
            return 2;
        } else if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
