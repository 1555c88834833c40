package org.crmagent.tools.scripttemplates;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** {@code export_script_template}. */
@ToolSpec(
        title = "Export script templates",
        description =
                "Gives call scripts as portable documents, without ids of this system: import_script_templates makes the same"
                        + " template of them, here or in another organization. What does not fit into one answer is named in remaining.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "One template.",
                    input = "{\"templateId\": \"50000001-0000-4000-8000-000000000001\"}"),
            @ToolSpec.Example(description = "Several.", input = """
                            {"templateIds": ["50000001-0000-4000-8000-000000000002", "50000001-0000-4000-8000-000000000003"]}""")
        })
public class ExportScriptTemplate implements Tool<ExportScriptTemplate.Input, ExportScriptTemplate.Output> {
    /** Leaves room for what names the rest. One template always fits. */
    private static final int LARGEST = 86 * 1024;

    private static final String READ = """
            select id, name, description, language, status, steps, step_count, version, created_at, updated_at
            from script_template
            where organization_id = :organizationId and id = any (:ids::uuid[])
            """;

    @Inject
    Sql sql;

    /** What is asked. */
    public record Input(
            @Doc("The template. This or templateIds.") @Nullable
            UUID templateId,

            @Doc(value = "Several templates, in the order in which they are wanted.", min = 1, max = 50, unique = true)
            @Nullable
            List<UUID> templateIds) {

        List<UUID> asked() {
            return templateId != null ? List.of(templateId) : templateIds == null ? List.of() : templateIds;
        }
    }

    /** What is answered. */
    public record Output(
            @Doc(
                    value =
                            "Documents as import_script_templates takes them, in the order asked: format, formatVersion,"
                                    + " checksum, name, description where there is one, language, steps.",
                    max = 50)
            List<JsonObject> documents,

            @Doc(value = "Templates that did not fit; export them in a next call.", max = 50)
            List<UUID> remaining) {}

    @Override
    public void check(Input input, Violations violations) {
        if ((input.templateId() == null) == (input.templateIds() == null)) {
            violations.add("", "one_of", "give either templateId or templateIds");
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        Map<UUID, ScriptContent> found = new HashMap<>();
        sql.of(READ)
                .set("ids", input.asked())
                .list(StoredScript::of)
                .forEach(script -> found.put(script.id(), script.content()));
        refuseUnknown(input, found);
        List<JsonObject> documents = new ArrayList<>();
        List<UUID> remaining = new ArrayList<>();
        int size = 0;
        for (UUID id : input.asked()) {
            JsonObject document = ScriptDocument.of(Objects.requireNonNull(found.get(id)));
            int bytes = document.toString().getBytes(StandardCharsets.UTF_8).length + 1;
            if (remaining.isEmpty() && (documents.isEmpty() || size + bytes <= LARGEST)) {
                documents.add(document);
                size += bytes;
            } else {
                remaining.add(id);
            }
        }
        Result<Output> result = Result.of(
                new Output(documents, remaining),
                documents.size() + " script templates were exported"
                        + (remaining.isEmpty() ? "." : "; " + remaining.size() + " more did not fit."));
        return remaining.isEmpty()
                ? result
                : result.next(NextAction.of(
                        "export_script_template",
                        "Exports the templates that did not fit.",
                        Map.of("templateIds", remaining)));
    }

    private static void refuseUnknown(Input input, Map<UUID, ScriptContent> found) {
        List<UUID> unknown = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        for (int i = 0; i < input.asked().size(); i++) {
            if (!found.containsKey(input.asked().get(i))) {
                unknown.add(input.asked().get(i));
                pointers.add(input.templateId() != null ? "/templateId" : "/templateIds/" + i);
            }
        }
        if (!unknown.isEmpty()) {
            throw Refusal.notFound("script template", pointers, unknown);
        }
    }
}
