package org.crmagent.tools.scriptexecutions;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.script.StepAnswer;
import org.crmagent.store.agent.Agents;
import org.crmagent.store.execution.Executions;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.store.member.Members;
import org.crmagent.tool.Asked;
import org.crmagent.tool.AskingTool;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Trace;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** {@code upsert_script_execution}. */
@ToolSpec(
        title = "Record a script execution",
        description =
                "Records what a contact answered to the campaign's call script: goes on with the execution in progress, or starts"
                        + " one with a copy of the script. Tells the path that the answers take and the next step to read. Give answers"
                        + " as they come or all at once; changing one changes the path, and answers off the path are kept. Ended"
                        + " executions stay as they are; the next call starts another one, but autoQualify alone takes the latest completed.",
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
public class UpsertScriptExecution implements AskingTool<UpsertScriptExecution.Input, UpsertScriptExecution.Output> {

    @Inject
    Recording recording;

    @Inject
    Executions executions;

    @Inject
    Members members;

    @Inject
    Agents agents;

    @Inject
    Onward onward;

    @Inject
    AutoQualify autoQualify;

    @Inject
    AiServer server;

    /** What is asked. */
    public record Input(
            @Flat ChosenExecution chosen,

            @Doc("Active agent who reads it; null keeps him, at the start the contact's agent.") @Nullable
            UUID agentId,

            @Doc(value = "Answers, each step once; all that are stored have at most 16 KiB.", max = 200) @Nullable
            List<StepAnswer> responses,

            @Doc(
                    value =
                            "merge keeps answers that responses does not mention; replace, which needs responses, forgets them.",
                    byDefault = "\"merge\"")
            @Nullable
            AnswersMode mode,

            @Doc("completed (needs the required steps on the path answered) or abandoned ends it; null keeps it.")
            @Nullable
            ExecutionStatus status,

            @Doc(value = "True: an AI server drafts the qualification from the path.", byDefault = "false") @Nullable
            Boolean autoQualify) {

        List<StepAnswer> given() {
            return responses == null ? List.of() : responses;
        }

        boolean qualifies() {
            return Boolean.TRUE.equals(autoQualify);
        }

        /** True where nothing is recorded: what was completed can be asked about, and nothing has to start. */
        boolean onlyQualifies() {
            return qualifies() && given().isEmpty() && (status == null || status == ExecutionStatus.COMPLETED);
        }
    }

    /** What is answered. */
    public record Output(
            @Flat Standing standing,
            @Doc("True: this call started it.") boolean created,

            @Doc("The draft that autoQualify wrote.") @Nullable
            UUID qualificationId) {}

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
    public String askedBy() {
        return "autoQualify";
    }

    @Override
    public Optional<JsonObject> question(Input input, Call call) {
        StoredExecution before = recording
                .find(input.chosen(), input.onlyQualifies())
                .orElseGet(() -> unstarted(input, call, new ArrayList<>()));
        checkAgent(input, before);
        ExecutionChange change = ExecutionChange.of(before, input);
        return before.open() || change.none() ? autoQualify.question(before, change) : Optional.empty();
    }

    @Override
    public byte[] ask(JsonObject question, @Nullable Trace trace) {
        return server.ask(question.toString().getBytes(StandardCharsets.UTF_8), trace);
    }

    @Override
    public Result<Output> run(Input input, Call call, @Nullable Asked asked) {
        Optional<StoredExecution> found = recording.lock(input.chosen(), input.onlyQualifies());
        List<Warning> warnings = new ArrayList<>();
        StoredExecution before = found.orElseGet(() -> unstarted(input, call, warnings));
        checkAgent(input, before);
        ExecutionChange change = ExecutionChange.of(before, input);
        if (!before.open() && !change.none()) {
            throw onward.ended(before);
        }
        boolean created = found.isEmpty();
        Optional<StoredExecution> earlier =
                created ? executions.completed(before.campaignId(), before.contactId()) : Optional.empty();
        StoredExecution after = created
                ? recording.start(before, change)
                : change.none() ? before : recording.change(before, change, call.now());
        AutoQualify.Outcome qualified =
                input.qualifies() ? autoQualify.draft(after, asked, call) : AutoQualify.Outcome.NOT_ASKED;
        if (change.none() && !created) {
            warnings.add(Warning.unchanged("execution", before.id()));
        }
        return Result.of(
                        new Output(Showing.of(after, !created || !call.dryRun()), created, qualified.qualificationId()),
                        did(created, change.none(), call.dryRun()) + " a script execution, which is "
                                + LifeCycle.word(after.status()) + ": " + Showing.sentence(after)
                                + (input.chosen().executionId() == null && !created && !after.open() && !before.open()
                                        ? " No new one was started: this is " + after.id() + ", the latest completed."
                                        : "")
                                + (qualified.qualificationId() == null
                                        ? ""
                                        : " The qualification " + qualified.qualificationId() + " was drafted."))
                .warn(warnings)
                .warn(Onward.warning(earlier))
                .warn(Showing.offPath(after))
                .warn(qualified.warnings())
                .next(onward.after(after, qualified))
                .next(Onward.showing(earlier))
                .affected("scriptExecutions", change.none() && !created ? 0 : 1)
                .affected("qualifications", qualified.qualificationId() == null ? 0 : 1);
    }

    private void checkAgent(Input input, StoredExecution before) {
        if (input.agentId() != null && !input.agentId().equals(before.agentId())) {
            agents.checkActive(input.agentId(), "/agentId");
        }
    }

    private static String did(boolean created, boolean none, boolean dryRun) {
        if (created) {
            return dryRun ? "Would start" : "Started";
        }
        return none ? "Changed nothing of" : dryRun ? "Would change" : "Changed";
    }

    private StoredExecution unstarted(Input input, Call call, List<Warning> warnings) {
        ChosenExecution.Place at = input.chosen().place();
        Members.Member member = members.get(at.campaign(), at.contact());
        if (member.doNotCall()) {
            warnings.add(new Warning(
                    "contact_do_not_call",
                    "The contact must not be called.",
                    at.contact().toString()));
        }
        return recording.unstarted(at, member, call.now());
    }
}
