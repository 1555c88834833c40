package org.crmagent.tool.text;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text for each JSON value, to be hashed and compared. Follows RFC 8785 (members sorted by UTF-16 code units, no
 * blanks, the shortest escapes) but for numbers: those keep every decimal digit instead of passing through a binary64, and
 * are told apart by value only, so {@code 1}, {@code 1.0} and {@code 1e0} have one text. They have no exponent, because the
 * database keeps none: a bound on the length of this text bounds what is stored.
 */
public final class Canonical {
    private Canonical() {}

    /**
     * The canonical text.
     *
     * @param value any JSON value
     * @return equal for values that differ only in order of members, blanks, escapes and spelling of numbers
     */
    public static String text(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    /**
     * SHA-256 (FIPS 180-4) of the texts in UTF-8, parted by one zero byte, so that moving a letter from one to the next
     * changes the hash. Of a single text it is what any other tool computes.
     *
     * @param parts at least one, none with a NUL character
     * @return 64 lower-case hexadecimal digits
     */
    public static String sha256(String... parts) {
        byte[] bytes = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void append(JsonValue value, StringBuilder out) {
        switch (value.getValueType()) {
            case OBJECT -> append((JsonObject) value, out);
            case ARRAY -> append((JsonArray) value, out);
            case STRING -> quote(((JsonString) value).getString(), out);
            case NUMBER -> out.append(number(((JsonNumber) value).bigDecimalValue()));
            default -> out.append(value);
        }
    }

    private static void append(JsonObject object, StringBuilder out) {
        String comma = "{";
        for (Map.Entry<String, JsonValue> member : new TreeMap<>(object).entrySet()) {
            out.append(comma);
            quote(member.getKey(), out);
            out.append(':');
            append(member.getValue(), out);
            comma = ",";
        }
        out.append(object.isEmpty() ? "{}" : "}");
    }

    private static void append(JsonArray array, StringBuilder out) {
        String comma = "[";
        for (JsonValue item : array) {
            out.append(comma);
            append(item, out);
            comma = ",";
        }
        out.append(array.isEmpty() ? "[]" : "]");
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** RFC 8785 section 3.2.2.2. */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
