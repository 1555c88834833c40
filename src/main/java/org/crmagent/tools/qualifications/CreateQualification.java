package org.crmagent.tools.qualifications;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.model.QualificationSource;
import org.crmagent.model.QualificationStatus;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.qualification.Score;
import org.crmagent.store.agent.Agents;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.store.member.Members;
import org.crmagent.store.qualification.Qualifications;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Source;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** {@code create_qualification}. */
@ToolSpec(
        title = "Qualify a contact",
        description =
                "Records what was found out about a contact of a campaign, by the fields of the campaign's form, and scores it."
                        + " qualified or disqualified needs every required field and moves the contact to that state at once; a"
                        + " draft decides nothing. A contact has one in each campaign: change it with update_qualification.",
        risk = Risk.WRITE,
        examples = {
            @ToolSpec.Example(
                    description = "A draft out of what the call script has captured.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\","
                                    + " \"contactId\": \"b0000001-0000-4000-8000-000000001458\", \"values\": {}, \"prefillFromExecution\": true}"),
            @ToolSpec.Example(
                    description = "Decided, with values.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\","
                            + " \"contactId\": \"b0000001-0000-4000-8000-000000001365\", \"status\": \"qualified\", \"values\":"
                            + " {\"proprietaire\": true, \"surface\": 92.5, \"telephone_visite\": \"+33612345678\","
                            + " \"equipements\": [\"Isolation\"]}}")
        })
public class CreateQualification implements Tool<CreateQualification.Input, CreateQualification.Output> {

    @Inject
    Members members;

    @Inject
    ChosenForm forms;

    @Inject
    Agents agents;

    @Inject
    Captures captures;

    @Inject
    Qualifications qualifications;

    @Inject
    Moves moves;

    @Inject
    NamedIds named;

    @Inject
    Source source;

    /** What is asked. */
    public record Input(
            @Doc("The campaign.") UUID campaignId,

            @Doc("A contact in it.") UUID contactId,

            @Doc(
                    value =
                            "Values by field key, as get_qualification_schema tells (telephone numbers in E.164); null: no value."
                                    + " Together at most 20 KiB.",
                    min = 0,
                    max = 100,
                    pattern = "^.{1,200}$",
                    itemMax = 4000,
                    personal = true)
            JsonObject values,

            @Doc(value = "What is decided; draft: nothing yet, required fields may lack.", byDefault = "\"draft\"")
            @Nullable
            QualificationStatus status,

            @Doc("Another published form than the campaign's.") @Nullable
            UUID templateId,

            @Doc("Execution it comes of, of this contact and campaign.") @Nullable
            UUID scriptExecutionId,

            @Doc("Active agent who qualifies; the execution's when absent.") @Nullable
            UUID agentId,

            @Doc(
                    value =
                            "True: what values lack is filled from the captures of scriptExecutionId, else of the one in progress,"
                                    + " else the latest completed.",
                    byDefault = "false")
            @Nullable
            Boolean prefillFromExecution) {

        QualificationStatus decision() {
            return status == null ? QualificationStatus.DRAFT : status;
        }

        boolean prefills() {
            return Boolean.TRUE.equals(prefillFromExecution);
        }
    }

    /** What is answered. */
    public record Output(
            @Doc("The qualification.") QualificationBrief qualification,

            @Doc(value = "Points by field key, which sum to the score.", max = 100, pattern = QualificationField.KEY)
            Map<String, BigDecimal> scoreParts,

            @Doc("How the contact moved; null: not at all.") @Nullable
            ContactMove contactState) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        UUID campaign = input.campaignId();
        UUID contact = input.contactId();
        Members.Member member = members.get(campaign, contact);
        ContactState state = members.lock(campaign, contact).orElseThrow(() -> Members.notIn(campaign, contact));
        named.check(input.templateId(), input.scriptExecutionId(), input.agentId());
        StoredTemplate<FormContent> form = forms.of(input, member);
        Captures.Found captured = captures.of(
                campaign,
                contact,
                input.scriptExecutionId(),
                input.prefills(),
                form.content().fields().stream()
                        .filter(field -> !input.values().containsKey(field.key()))
                        .toList(),
                member.country());
        if (input.agentId() != null) {
            agents.checkActive(input.agentId(), "/agentId");
        }
        qualifications.find(campaign, contact).ifPresent(other -> {
            throw Told.second(other);
        });
        QualificationStatus status = input.decision();
        JsonObject values = ValuesGiven.over(
                captured.prefilled(), input.values(), form.content().fields(), status, member.country());
        Score score = Score.of(form.content().fields(), values);
        StoredQualification made = new StoredQualification(
                source.newId(),
                campaign,
                contact,
                form.id(),
                form.version(),
                status,
                values,
                score.total(),
                agent(input, captured.execution()),
                captured.execution() == null ? null : captured.execution().id(),
                QualificationSource.AGENT,
                1,
                call.now(),
                call.now());
        qualifications.add(made);
        Moves.Moved moved = moves.decide(campaign, contact, null, status, call);
        List<String> missing = Told.missing(form, values);
        Output output = new Output(QualificationBrief.of(made, !call.dryRun()), score.parts(), moved.move());
        return Result.of(
                        output,
                        "The qualification " + (call.dryRun() ? "would be made" : "was made") + ": "
                                + Told.of(made, score, moved.move(), state)
                                + (input.prefills() ? captured.told() : "."))
                .warn(captured.warnings())
                .warn(lacking(missing, made.id(), call))
                .warn(moved.warnings())
                .next(next(made, missing))
                .affected("qualifications", 1)
                .affected("campaignContacts", moved.move() == null ? 0 : 1);
    }

    private static @Nullable UUID agent(Input input, @Nullable StoredExecution execution) {
        return input.agentId() != null || execution == null ? input.agentId() : execution.agentId();
    }

    private static List<Warning> lacking(List<String> missing, UUID id, Call call) {
        return missing.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "missing_required",
                        "The draft can't be decided before these have values: " + String.join(", ", missing) + ".",
                        call.dryRun() ? null : id.toString()));
    }

    private static NextAction next(StoredQualification made, List<String> missing) {
        boolean ready = made.status() == QualificationStatus.DRAFT && missing.isEmpty();
        return ready
                ? NextAction.of(
                        "update_qualification",
                        "Decides that the contact is qualified, should that be so.",
                        Map.of("qualificationId", made.id(), "status", QualificationStatus.QUALIFIED, "dryRun", true))
                : Qualifications.show(made.id());
    }
}
