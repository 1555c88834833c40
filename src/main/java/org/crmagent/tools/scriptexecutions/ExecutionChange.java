package org.crmagent.tools.scriptexecutions;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.script.AnswerRules;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.model.script.SelectedPath;
import org.crmagent.model.script.StepAnswer;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an execution is to be after a call.
 *
 * @param none true where it is that already
 */
record ExecutionChange(
        Map<String, String> responses,
        ExecutionStatus status,
        @Nullable UUID agent,
        boolean none) {

    /** Answers come whole with an answer of ours, thrice each. */
    private static final int MOST_BYTES = 16 * 1024;

    /**
     * Decides it.
     *
     * @throws Refusal {@code validation_failed} for answers that its script does not take, {@code invalid_state} where it
     *     can't be completed yet
     */
    static ExecutionChange of(StoredExecution before, UpsertScriptExecution.Input input) {
        Map<String, String> responses = answers(before.responses(), input);
        checkAnswers(before, input, responses);
        ExecutionStatus status = input.status() == null ? before.status() : input.status();
        UUID agent = input.agentId() == null ? before.agentId() : input.agentId();
        boolean none = responses.equals(before.responses())
                && status == before.status()
                && Objects.equals(agent, before.agentId());
        if (status == ExecutionStatus.COMPLETED && before.open()) {
            checkComplete(before, responses);
        }
        return new ExecutionChange(responses, status, agent, none);
    }

    /** All answers after the call. */
    private static Map<String, String> answers(Map<String, String> stored, UpsertScriptExecution.Input input) {
        Map<String, String> all = new LinkedHashMap<>(input.mode() == AnswersMode.REPLACE ? Map.of() : stored);
        for (StepAnswer each : input.given()) {
            String answer = each.answer();
            if (answer == null) {
                all.remove(each.stepId());
            } else {
                all.put(each.stepId(), answer);
            }
        }
        return all;
    }

    /** Answers as the column keeps them. */
    static JsonObject json(Map<String, String> responses) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        responses.forEach(json::add);
        return json.build();
    }

    private static void checkAnswers(
            StoredExecution before, UpsertScriptExecution.Input input, Map<String, String> responses) {
        Violations violations = new Violations();
        AnswerRules.check(before.steps(), input.given(), "/responses", violations);
        int size = json(responses).toString().getBytes(StandardCharsets.UTF_8).length;
        if (size > MOST_BYTES && !input.given().isEmpty()) {
            violations.add(
                    "/responses",
                    "answers_too_large",
                    "all answers together would have " + size + " bytes of JSON: shorten them to " + MOST_BYTES);
        }
        violations.refuse(
                ErrorCode.VALIDATION_FAILED,
                "Nothing was recorded: " + Counted.of(violations.found().size(), "answer does", "answers do")
                        + " not fit the script.");
    }

    private static void checkComplete(StoredExecution before, Map<String, String> responses) {
        List<ScriptStep> missing = SelectedPath.of(before.steps(), responses).missing();
        Violations violations = new Violations();
        missing.forEach(step -> violations.add(
                "/status",
                "required_step_unanswered",
                "the " + LifeCycle.word(step.type()) + " \"" + step.id() + "\" on the path needs an answer first"));
        violations.refuse(
                ErrorCode.INVALID_STATE,
                "Nothing was recorded: the script can't be completed while "
                        + Counted.of(missing.size(), "required step on the path has", "required steps on the path have")
                        + " no answer.");
    }
}
