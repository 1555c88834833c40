package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Words one violation: cause, repair, and the nearest valid value where there is one. */
final class Finding {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("type", "wrong_type"),
            Map.entry("enum", "not_allowed_value"),
            Map.entry("const", "not_allowed_value"),
            Map.entry("minLength", "too_short"),
            Map.entry("maxLength", "too_long"),
            Map.entry("minItems", "too_few_items"),
            Map.entry("maxItems", "too_many_items"),
            Map.entry("minimum", "too_small"),
            Map.entry("exclusiveMinimum", "too_small"),
            Map.entry("maximum", "too_large"),
            Map.entry("exclusiveMaximum", "too_large"),
            Map.entry("minProperties", "too_few_members"),
            Map.entry("maxProperties", "too_many_members"),
            Map.entry("uniqueItems", "duplicate_item"),
            Map.entry("pattern", "pattern_mismatch"),
            Map.entry("format", "bad_format"));

    private Finding() {}

    static Violation later(String pointer, JsonObject rule, JsonValue version) {
        return plain(
                pointer,
                "newer_version",
                "the document is of format version " + Quote.cut(version.toString()) + ", and up to "
                        + rule.get("maximum")
                        + " is understood: export it from a release that writes this, or upgrade");
    }

    static Violation of(String pointer, String keyword, JsonObject rule, JsonValue value) {
        String code = CODES.getOrDefault(keyword, "invalid");
        String limit = String.valueOf(rule.get(keyword));
        return switch (code) {
            case "wrong_type" -> plain(pointer, code, "must be " + Wording.of(rule) + ", not " + Wording.kind(value));
            case "not_allowed_value" -> notAllowed(pointer, rule, value);
            case "too_short", "too_long" ->
                plain(pointer, code, "has " + length(value) + " characters: give " + Wording.of(rule));
            case "too_few_items", "too_many_items" ->
                plain(pointer, code, "has " + value.asJsonArray().size() + " items: give " + Wording.of(rule));
            case "too_few_members", "too_many_members" ->
                plain(pointer, code, "has " + value.asJsonObject().size() + " members: give " + Wording.of(rule));
            case "too_small", "too_large" ->
                new Violation(
                        pointer,
                        code,
                        Quote.cut(value.toString()) + " is out of range: give " + Wording.of(rule),
                        keyword.startsWith("exclusive") ? null : limit);
            case "duplicate_item" -> plain(pointer, code, "is in the list already: name each item once");
            case "pattern_mismatch", "bad_format" ->
                plain(pointer, code, Quote.of(text(value)) + " is refused: give " + Wording.of(rule));
            default -> plain(pointer, code, "breaks the schema's rule " + keyword);
        };
    }

    static Violation missing(String pointer, String name, @Nullable JsonObject rule) {
        String what = rule == null ? "a value" : Wording.of(rule);
        return plain(pointer, "required", Quote.of(name) + " is required: give " + what);
    }

    static Violation unknown(String pointer, String name, Collection<String> known, Collection<String> present) {
        List<String> absent =
                known.stream().filter(each -> !present.contains(each)).toList();
        String nearest = Nearest.of(name, absent).orElse(null);
        String repair = nearest != null
                ? "write " + nearest
                : known.isEmpty() ? "leave it out, no member is known here" : "the members are " + Quote.list(known);
        return new Violation(pointer, "unknown_member", Quote.of(name) + " is no member here: " + repair, nearest);
    }

    /** A key of a map that its {@code propertyNames} refuse. */
    static Violation name(String pointer, String name, JsonObject rule, Collection<String> present) {
        if (rule.containsKey("enum")) {
            return unknown(pointer, name, texts(rule.getJsonArray("enum")), present);
        }
        return plain(pointer, "bad_member_name", "the member name " + Quote.of(name) + " must be " + Wording.of(rule));
    }

    private static Violation notAllowed(String pointer, JsonObject rule, JsonValue value) {
        List<String> allowed = rule.containsKey("enum") ? texts(rule.getJsonArray("enum")) : List.of();
        String given = text(value);
        String nearest =
                value instanceof JsonString ? Nearest.of(given, allowed).orElse(null) : null;
        String message = Quote.of(given) + " is not allowed: use " + Wording.of(rule) + otherwise(rule, allowed);
        return new Violation(pointer, "not_allowed_value", message, nearest);
    }

    /** Where there is one value only, the description says what to do about others. */
    private static String otherwise(JsonObject rule, List<String> allowed) {
        return allowed.size() == 1 && rule.containsKey("description") ? " (" + rule.getString("description") + ")" : "";
    }

    private static Violation plain(String pointer, String code, String message) {
        return new Violation(pointer, code, message, null);
    }

    private static int length(JsonValue value) {
        String text = text(value);
        return text.codePointCount(0, text.length());
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    static List<String> texts(JsonArray values) {
        return values.stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }
}
