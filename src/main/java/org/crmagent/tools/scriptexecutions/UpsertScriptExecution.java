package org.crmagent.tools.scriptexecutions;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.script.AnswerRules;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.model.script.SelectedPath;
import org.crmagent.model.script.StepAnswer;
import org.crmagent.store.agent.Agents;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Flat;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code upsert_script_execution}. */
@ToolSpec(
        title = "Record a script execution",
        description =
                "Records what a contact answered to the campaign's call script: continues the execution in progress, or"
                        + " starts one with a copy of the script, whose later changes don't matter to it. Tells where the answers lead and the"
                        + " next step to read. Give answers as they come or all at once; changing an earlier answer changes the path, and"
                        + " answers off the path are kept. Completing needs every required step on the path answered. What is completed"
                        + " or abandoned stays as it is; the next call starts another one.",
        risk = Risk.WRITE,
        examples = {
            @ToolSpec.Example(description = "Start a script with a contact and record its first answers.", input = """
                            {"campaignId": "c0000001-0000-4000-8000-000000000011", "contactId": "b0000001-0000-4000-8000-000000000002",
                             "responses": [{"stepId": "decideur", "answer": "Oui"}]}"""),
            @ToolSpec.Example(
                    description = "Go on with the one in progress: correct an answer, forget another, as a preview.",
                    input = """
                            {"campaignId": "c0000001-0000-4000-8000-000000000001", "contactId": "b0000001-0000-4000-8000-000000000315",
                             "responses": [{"stepId": "chauffage", "answer": "Gaz"}, {"stepId": "surface", "answer": null}], "dryRun": true}""")
        })
public class UpsertScriptExecution implements Tool<UpsertScriptExecution.Input, UpsertScriptExecution.Output> {

    /** Answers come whole with an answer of ours, thrice each. */
    private static final int MOST_BYTES = 16 * 1024;

    @Inject
    Recording recording;

    @Inject
    Places places;

    @Inject
    Agents agents;

    /** What is asked. */
    public record Input(
            @Flat ChosenExecution chosen,

            @Doc("Active agent who reads the script; null keeps it, at the start the agent the contact is assigned to.")
            @Nullable
            UUID agentId,

            @Doc(value = "Answers, each step once; stored answers have together at most 16 KiB.", max = 200) @Nullable
            List<StepAnswer> responses,

            @Doc(
                    value =
                            "merge keeps the answers that responses does not mention, replace forgets them and needs responses.",
                    byDefault = "\"merge\"")
            @Nullable
            AnswersMode mode,

            @Doc("completed or abandoned ends it; null: as it is, in_progress at the start.") @Nullable
            ExecutionStatus status) {

        List<StepAnswer> given() {
            return responses == null ? List.of() : responses;
        }

        /** All answers after the call. */
        Map<String, String> over(Map<String, String> stored) {
            Map<String, String> all = new LinkedHashMap<>(mode == AnswersMode.REPLACE ? Map.of() : stored);
            for (StepAnswer each : given()) {
                String answer = each.answer();
                if (answer == null) {
                    all.remove(each.stepId());
                } else {
                    all.put(each.stepId(), answer);
                }
            }
            return all;
        }
    }

    /** What is answered. */
    public record Output(
            @Flat Standing standing,
            @Doc("True: this call started it.") boolean created) {}

    @Override
    public void check(Input input, Violations violations) {
        input.chosen().check(violations);
        if (input.mode() == AnswersMode.REPLACE && input.responses() == null) {
            violations.add(
                    "/responses", "required", "mode replace needs responses, an empty list to forget all answers");
        }
        Set<String> steps = new HashSet<>();
        for (int i = 0; i < input.given().size(); i++) {
            if (!steps.add(input.given().get(i).stepId())) {
                violations.add(
                        "/responses/" + i + "/stepId",
                        "duplicate_step",
                        "an earlier response answers this step already");
            }
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        Optional<StoredExecution> found = recording.lock(input.chosen());
        List<Warning> warnings = new ArrayList<>();
        StoredExecution before = found.orElseGet(() -> start(input.chosen().place(), call, warnings));
        Map<String, String> responses = input.over(before.responses());
        checkAnswers(before, input, responses);
        ExecutionStatus status = input.status() == null ? before.status() : input.status();
        UUID agent = input.agentId() == null ? before.agentId() : input.agentId();
        boolean same = responses.equals(before.responses())
                && status == before.status()
                && Objects.equals(agent, before.agentId());
        if (same && found.isPresent()) {
            return Result.of(
                            new Output(Showing.of(before, true), false),
                            "Nothing changed: the execution already is as asked, " + LifeCycle.word(status) + ".")
                    .warn(List.of(new Warning(
                            "no_change",
                            "The execution already is as asked.",
                            before.id().toString())))
                    .warn(Showing.offPath(before))
                    .next(onward(before));
        }
        if (!before.open()) {
            throw ended(before);
        }
        if (agent != null && !agent.equals(before.agentId())) {
            agents.checkActive(agent, "/agentId");
        }
        if (status == ExecutionStatus.COMPLETED) {
            checkComplete(before, responses);
        }
        StoredExecution after = same ? before : recording.change(before.id(), responses, status, agent, call.now());
        boolean created = found.isEmpty();
        return Result.of(
                        new Output(Showing.of(after, !created || !call.dryRun()), created),
                        did(created, call.dryRun()) + " a script execution, which is " + LifeCycle.word(after.status())
                                + ": " + Showing.sentence(after))
                .warn(warnings)
                .warn(Showing.offPath(after))
                .next(onward(after))
                .affected("scriptExecutions", 1);
    }

    private static String did(boolean created, boolean dryRun) {
        if (dryRun) {
            return created ? "Would start" : "Would change";
        }
        return created ? "Started" : "Changed";
    }

    private StoredExecution start(ChosenExecution.Place at, Call call, List<Warning> warnings) {
        Places.Place place = places.get(at);
        StoredExecution started = recording.start(at, place, call.now());
        if (place.doNotCall()) {
            warnings.add(new Warning(
                    "contact_do_not_call",
                    "The contact must not be called.",
                    at.contact().toString()));
        }
        return started;
    }

    private static void checkAnswers(StoredExecution before, Input input, Map<String, String> responses) {
        Violations violations = new Violations();
        AnswerRules.check(before.steps(), input.given(), "/responses", violations);
        int size = Recording.json(responses).toString().getBytes(StandardCharsets.UTF_8).length;
        if (size > MOST_BYTES) {
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

    private Refusal ended(StoredExecution before) {
        ChosenExecution.Place at = new ChosenExecution.Place(before.campaignId(), before.contactId());
        List<NextAction> next = new ArrayList<>();
        next.add(NextAction.of("get_script_execution", "Shows it.", Map.of("executionId", before.id())));
        if (places.get(at).takesExecutions()) {
            next.add(NextAction.of(
                    "upsert_script_execution",
                    "Starts another one, unless one is in progress.",
                    Map.of("campaignId", at.campaign(), "contactId", at.contact())));
        }
        return new Refusal(
                ErrorCode.INVALID_STATE,
                "Nothing was recorded: the execution is " + LifeCycle.word(before.status()) + " and stays as it is.",
                List.of(new Violation(
                        "/input/executionId",
                        "execution_ended",
                        "the execution is " + LifeCycle.word(before.status()),
                        null)),
                next);
    }

    /** What is left to do once nothing waits for an answer. */
    private static List<NextAction> onward(StoredExecution execution) {
        return execution.open() && execution.path().nextStep().isEmpty()
                ? List.of(NextAction.of(
                        "upsert_script_execution",
                        "Completes it: every step on the path is answered.",
                        Map.of("executionId", execution.id(), "status", ExecutionStatus.COMPLETED)))
                : List.of();
    }
}
