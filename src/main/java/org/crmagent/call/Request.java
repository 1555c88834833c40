package org.crmagent.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crmagent.catalogue.Entry;
import org.crmagent.schema.Checker;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * The body of a tool call, its own members checked and the tool's input not yet.
 *
 * @param requestId null when the caller gave none: the call is then not repeatable
 */
record Request(
        @Nullable UUID organizationId,
        JsonObject input,
        @Nullable String reason,
        @Nullable String requestId) {

    /** The members of a body. */
    static final Set<String> NAMES = Set.of("organizationId", "input", "reason", "requestId");

    private static final Set<String> CONSENT = Set.of("dryRun", "confirm", "previewToken", "expectedCount");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Checker BOUND = checker(CallMembers.BOUND, List.of("organizationId", "input"));
    private static final Checker FREE = checker(CallMembers.FREE, List.of("input"));

    /**
     * Checks the members.
     *
     * @throws Refusal {@code validation_failed} with every violation
     */
    static Request of(Entry<?, ?> entry, JsonObject body) {
        List<Violation> violations = Misplaced.told(entry, body, violations(entry, body));
        if (!violations.isEmpty()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_FAILED,
                    Wording.violations(violations),
                    violations,
                    Correction.of(entry, body, violations));
        }
        return new Request(organizationId(body), body.getJsonObject("input"), text(body, "reason"), requestId(body));
    }

    /** What is wrong with the body's own members. */
    static List<Violation> violations(Entry<?, ?> entry, JsonObject body) {
        return (entry.spec().organization() ? BOUND : FREE).check(body, "");
    }

    /** The organization that a body names, also of one that is otherwise wrong; null where it names none. */
    static @Nullable UUID organizationId(JsonObject body) {
        String given = text(body, "organizationId");
        return given == null || !UUID_FORM.matcher(given).matches() ? null : UUID.fromString(given);
    }

    /** The input without what only the next call can say: whether it is applied, and what its caller has seen. */
    JsonObjectBuilder withoutConsent() {
        return withoutConsent(input);
    }

    /** The input of the same call as a preview. */
    static JsonObject preview(JsonObject input) {
        return withoutConsent(input).add("dryRun", JsonValue.TRUE).build();
    }

    private static JsonObjectBuilder withoutConsent(JsonObject input) {
        JsonObjectBuilder rest = Json.createObjectBuilder(input);
        CONSENT.forEach(rest::remove);
        return rest;
    }

    /** The caller's own identifier, also of a body that is otherwise wrong; null where it is absent or unusable. */
    static @Nullable String requestId(JsonObject body) {
        String given = text(body, "requestId");
        return given == null || given.isEmpty() || given.codePointCount(0, given.length()) > 120 ? null : given;
    }

    /** A control member that is true. */
    boolean flag(String member) {
        return input.get(member) == JsonValue.TRUE;
    }

    /** A control member that is a string. */
    @Nullable
    String control(String member) {
        return text(input, member);
    }

    /** A control member that is a number. */
    @Nullable
    Long number(String member) {
        return input.get(member) instanceof jakarta.json.JsonNumber number ? Long.valueOf(number.longValue()) : null;
    }

    private static @Nullable String text(JsonObject json, String member) {
        return json.get(member) instanceof jakarta.json.JsonString string ? string.getString() : null;
    }

    private static Checker checker(JsonObject members, List<String> required) {
        JsonObjectBuilder properties = Json.createObjectBuilder()
                .add("organizationId", members.get("organizationId"))
                .add("input", Json.createObjectBuilder().add("type", "object"));
        members.forEach(properties::add);
        return Checker.of(Json.createObjectBuilder()
                .add("type", "object")
                .add("additionalProperties", false)
                .add("required", Json.createArrayBuilder(required))
                .add("properties", properties)
                .build());
    }
}
