package org.crmagent.tools.qualificationtemplates;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.template.ExportAsked;
import org.crmagent.store.template.Exported;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;

/** {@code export_qualification_template}. */
@ToolSpec(
        title = "Export qualification templates",
        description =
                "Gives qualification forms as portable documents, without ids of this system: import_qualification_templates"
                        + " makes the same form of them, here or in another organization. What does not fit into one answer is"
                        + " named in remaining.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "One template.",
                    input = "{\"templateId\": \"60000001-0000-4000-8000-000000000001\"}"),
            @ToolSpec.Example(description = "Several.", input = """
                            {"templateIds": ["60000001-0000-4000-8000-000000000002", "60000001-0000-4000-8000-000000000003"]}""")
        })
public class ExportQualificationTemplate
        implements Tool<ExportQualificationTemplate.Input, ExportQualificationTemplate.Output> {

    @Inject
    Forms forms;

    /** What is asked. */
    public record Input(@Flat ExportAsked asked) {}

    /** What is answered. */
    public record Output(
            @Doc(
                    value = "Documents as import_qualification_templates takes them, in the order asked: format,"
                            + " formatVersion, checksum, name, description where there is one, fields.",
                    max = 50)
            List<JsonObject> documents,

            @Doc(value = "Templates that did not fit; export them in a next call.", max = 50)
            List<UUID> remaining) {}

    @Override
    public void check(Input input, Violations violations) {
        input.asked().check(violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        Exported exported = Exported.of(forms, input.asked());
        return exported.result(new Output(exported.documents(), exported.remaining()), TemplateKind.QUALIFICATION);
    }
}
