package org.crmagent.tools.qualifications;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crmagent.model.FieldChange;
import org.crmagent.model.QualificationSource;
import org.crmagent.model.QualificationStatus;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.Score;
import org.crmagent.store.agent.Agents;
import org.crmagent.store.member.Members;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.qualification.Qualifications;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code update_qualification}. */
@ToolSpec(
        title = "Change a qualification",
        description =
                "Changes values or the decision of one qualification and scores it anew. A new decision moves the contact: to"
                        + " qualified or disqualified; taken back to draft, from there to in_progress. An automatic draft is a"
                        + " person's from then on.",
        risk = Risk.WRITE,
        versioned = true,
        examples = {
            @ToolSpec.Example(
                    description = "Decide what an automatic draft left open, as a preview.",
                    input =
                            "{\"qualificationId\": \"00739914-d2a9-81c5-a53c-d070dae82234\", \"status\": \"disqualified\","
                                    + " \"values\": {\"proprietaire\": false, \"motif_refus\": \"Trop cher\"}, \"dryRun\": true}"),
            @ToolSpec.Example(
                    description = "Correct one value and clear another.",
                    input = "{\"qualificationId\": \"0ae317ea-ae98-8ecf-a4ea-2bc95c41aa11\","
                            + " \"values\": {\"surface\": 110, \"commentaire\": null}}")
        })
public class UpdateQualification implements Tool<UpdateQualification.Input, UpdateQualification.Output> {

    @Inject
    Members members;

    @Inject
    Forms forms;

    @Inject
    Agents agents;

    @Inject
    Qualifications qualifications;

    @Inject
    Moves moves;

    /** What is asked. */
    public record Input(
            @Doc("The qualification.") UUID qualificationId,

            @Doc(
                    value = "Values that change, as create_qualification takes them; null clears one, others stay.",
                    min = 0,
                    max = 200,
                    pattern = "^.{1,200}$",
                    itemMax = 4000,
                    personal = true)
            @Nullable
            JsonObject values,

            @Doc("What is decided; null keeps it.") @Nullable
            QualificationStatus status,

            @Doc("Active agent who qualifies; null keeps it.") @Nullable
            UUID agentId) {

        JsonObject given() {
            return values == null ? JsonValue.EMPTY_JSON_OBJECT : values;
        }
    }

    /** What is answered. */
    public record Output(
            @Doc("After the change.") QualificationBrief qualification,

            @Doc(value = "What changed: values.KEY, score, status, agentId, source; empty: nothing.", max = 300)
            List<FieldChange> changes,

            @Doc("How the contact moved; null: not at all.") @Nullable
            ContactMove contactState) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        StoredQualification before = qualifications
                .lock(input.qualificationId())
                .orElseThrow(() -> Refusal.notFound("qualification", "/qualificationId", input.qualificationId()));
        UUID otherAgent = Objects.equals(input.agentId(), before.agentId()) ? null : input.agentId();
        if (otherAgent != null) {
            agents.checkExists(otherAgent, "/agentId");
        }
        call.checkVersion(before.version(), Qualifications.show(before.id()));
        if (otherAgent != null) {
            agents.checkActive(otherAgent, "/agentId");
        }
        StoredTemplate<FormContent> form = forms.share(before.templateId(), "/qualificationId");
        QualificationStatus status = input.status() == null ? before.status() : input.status();
        JsonObject values = ValuesGiven.over(
                before.values(),
                input.given(),
                form.content().fields(),
                status,
                members.get(before.campaignId(), before.contactId()).country());
        Score score = Score.of(form.content().fields(), values);
        StoredQualification after = new StoredQualification(
                before.id(),
                before.campaignId(),
                before.contactId(),
                before.templateId(),
                form.version(),
                status,
                values,
                score.total(),
                otherAgent == null ? before.agentId() : otherAgent,
                before.executionId(),
                QualificationSource.AGENT,
                before.version() + 1,
                before.createdAt(),
                call.now());
        List<FieldChange> changes = QualificationDifference.between(before, after, score);
        // who says again what is decided wants the contact to follow it: it may have been taken out and added again
        QualificationStatus from = input.status() == before.status() ? null : before.status();
        Moves.Moved moved = moves.decide(before.campaignId(), before.contactId(), from, status, call);
        if (changes.isEmpty() && moved.move() == null) {
            return Result.of(
                            new Output(QualificationBrief.of(before, true), changes, null),
                            "Nothing changed: the qualification already is as asked.")
                    .warn(List.of(Warning.unchanged("qualification", before.id())))
                    .warn(moved.warnings());
        }
        if (!changes.isEmpty()) {
            qualifications.replace(after);
        }
        return Result.of(
                        new Output(
                                QualificationBrief.of(changes.isEmpty() ? before : after, true), changes, moved.move()),
                        Counted.of(changes.size(), "member") + " of the qualification "
                                + (call.dryRun() ? "would change" : "changed") + ": "
                                + Told.of(after, score, moved.move(), null)
                                + ".")
                .warn(moved.warnings())
                .next(NextAction.of(
                        "list_qualifications",
                        "Lists the qualifications of the campaign, with their summary.",
                        Map.of("campaignIds", List.of(before.campaignId()))))
                .affected("qualifications", changes.isEmpty() ? 0 : 1)
                .affected("campaignContacts", moved.move() == null ? 0 : 1);
    }
}
