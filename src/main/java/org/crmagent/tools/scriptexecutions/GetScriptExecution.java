package org.crmagent.tools.scriptexecutions;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.model.LifeCycle;
import org.crmagent.store.execution.Executions;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.store.member.Members;
import org.crmagent.tool.Call;
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

/** {@code get_script_execution}. */
@ToolSpec(
        title = "Show a script execution",
        description =
                "Shows how far a call script was read to a contact in a campaign: the selected path with its answers, the next step"
                        + " to read, what is left and what was captured. Found by id, or by campaign and contact: the one in progress,"
                        + " else the latest.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "A contact's running or latest execution in a campaign.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"contactId\": \"b0000001-0000-4000-8000-000000000315\"}"),
            @ToolSpec.Example(
                    description = "One execution.",
                    input = "{\"executionId\": \"0482e9da-7387-8f6d-a3e9-7d7db9d37a3e\"}")
        })
public class GetScriptExecution implements Tool<GetScriptExecution.Input, GetScriptExecution.Output> {

    @Inject
    Executions executions;

    @Inject
    Members members;

    /** What is asked. */
    public record Input(@Flat ChosenExecution chosen) {}

    /** What is answered. */
    public record Output(@Flat Standing standing) {}

    @Override
    public void check(Input input, Violations violations) {
        input.chosen().check(violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        ChosenExecution chosen = input.chosen();
        StoredExecution execution = chosen.executionId() != null
                ? executions.get(chosen.executionId(), "/executionId")
                : ofContact(chosen.place());
        Optional<StoredExecution> earlier = chosen.executionId() == null && isBare(execution)
                ? executions.completed(execution.campaignId(), execution.contactId())
                : Optional.empty();
        return Result.of(
                        new Output(Showing.of(execution, true)),
                        "The execution is " + LifeCycle.word(execution.status()) + ": " + Showing.sentence(execution))
                .warn(Onward.warning(earlier))
                .warn(Showing.offPath(execution))
                .next(Onward.showing(earlier));
    }

    private static boolean isBare(StoredExecution execution) {
        return execution.status() != ExecutionStatus.COMPLETED
                && execution.path().answered() == 0;
    }

    private StoredExecution ofContact(ChosenExecution.Place place) {
        return executions
                .find(place.campaign(), place.contact())
                .orElseThrow(() -> none(place, members.get(place.campaign(), place.contact())));
    }

    private static Refusal none(ChosenExecution.Place asked, Members.Member found) {
        return new Refusal(
                ErrorCode.NOT_FOUND,
                "No script was read to the contact " + asked.contact() + " in the campaign " + asked.campaign() + ".",
                List.of(new Violation(
                        "/input/contactId", "not_found", "the contact has no script execution in the campaign", null)),
                Recording.canStart(found)
                        ? List.of(NextAction.of(
                                "upsert_script_execution",
                                "Starts one.",
                                Map.of("campaignId", asked.campaign(), "contactId", asked.contact())))
                        : List.of());
    }
}
