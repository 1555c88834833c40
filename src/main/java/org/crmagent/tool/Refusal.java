package org.crmagent.tool;

import jakarta.json.JsonValue;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The call can't be done as asked, and the answer says why. Unchecked, so that container-managed transactions roll back;
 * without a stack trace, because a refusal is no fault of the program and is not logged as one. Its message is the code alone:
 * servers log what passes through them, and the sentence may quote what was sent.
 */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String sentence;
    private final transient List<Violation> violations;
    private final transient List<NextAction> nextActions;
    private final transient Map<String, ?> details;
    private final transient Map<String, JsonValue> certain;

    /**
     * A refusal with next actions and details.
     *
     * @param sentence one sentence: cause and repair, without stored free text
     * @param violations may be empty
     * @param nextActions complete calls, best first
     * @param details further members of the error's data, where code and violations can't say it
     */
    public Refusal(
            ErrorCode code,
            String sentence,
            List<Violation> violations,
            List<NextAction> nextActions,
            Map<String, ?> details) {
        this(code, sentence, violations, nextActions, details, Map.of());
    }

    private Refusal(
            ErrorCode code,
            String sentence,
            List<Violation> violations,
            List<NextAction> nextActions,
            Map<String, ?> details,
            Map<String, JsonValue> certain) {
        super(code.code(), null, false, false);
        this.code = code;
        this.sentence = sentence;
        this.violations = List.copyOf(violations);
        this.nextActions = List.copyOf(nextActions);
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        this.certain = certain;
    }

    /** A refusal with next actions. */
    public Refusal(ErrorCode code, String sentence, List<Violation> violations, List<NextAction> nextActions) {
        this(code, sentence, violations, nextActions, Map.of());
    }

    /** A refusal without next actions of its own. */
    public Refusal(ErrorCode code, String sentence, List<Violation> violations) {
        this(code, sentence, violations, List.of());
    }

    /** A refusal with all that was collected; where every repair is certain the road adds the corrected call. */
    public Refusal(ErrorCode code, String sentence, Violations violations) {
        this(code, sentence, violations.found(), List.of(), Map.of(), violations.certain());
    }

    /**
     * {@code not_found} for ids that name what or whom to act on.
     *
     * @param what the resource in the contract's words, e.g. {@code campaign}
     * @param pointers where each unknown id stands, relative to the input, in the order of {@code ids}
     * @param ids the unknown ids, one violation each
     */
    public static Refusal notFound(String what, List<String> pointers, List<UUID> ids) {
        Violations violations = new Violations();
        for (int i = 0; i < ids.size(); i++) {
            violations.add(
                    pointers.get(i), "not_found", "no " + what + " " + ids.get(i) + " exists in this organization");
        }
        String sentence = ids.size() == 1
                ? "No " + what + " " + ids.get(0) + " exists in this organization."
                : ids.size() + " ids name no " + what + " of this organization.";
        return new Refusal(ErrorCode.NOT_FOUND, sentence, violations.found());
    }

    /** {@link #notFound(String, List, List)} for one id. */
    public static Refusal notFound(String what, String pointer, UUID id) {
        return notFound(what, List.of(pointer), List.of(id));
    }

    /** Decides the HTTP status. */
    public ErrorCode code() {
        return code;
    }

    /** One sentence: cause and repair. */
    public String sentence() {
        return sentence;
    }

    /** What is wrong, in order; may be empty. */
    public List<Violation> violations() {
        return violations;
    }

    /** Further members of the error's data, in order; mostly empty. */
    public Map<String, ?> details() {
        return details;
    }

    /** What surely was meant, by pointers into the request body; mostly empty. */
    public Map<String, JsonValue> certain() {
        return certain;
    }

    /** The same with calls that repair after those it has. */
    public Refusal next(List<NextAction> more) {
        List<NextAction> all = new ArrayList<>(nextActions);
        all.addAll(more);
        return new Refusal(code, sentence, violations, all, details, certain);
    }

    /** Calls that repair; may be empty. */
    public List<NextAction> nextActions() {
        return nextActions;
    }
}
