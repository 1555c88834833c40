package org.crmagent.tools.qualificationtemplates;

import jakarta.inject.Inject;
import java.util.List;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.template.ImportAsked;
import org.crmagent.store.template.Imported;
import org.crmagent.store.template.TemplateImport;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;

/** {@code import_qualification_templates}. */
@ToolSpec(
        title = "Import qualification templates",
        description =
                "Makes qualification forms of documents that export_qualification_template gave, here or in another"
                        + " organization. A document that was changed, or is of a newer format, is refused. onConflict says what to do"
                        + " where a template that is not archived has the name already; replacing keeps the types of fields that stored"
                        + " qualifications use. All documents or none.",
        risk = Risk.WRITE,
        examples = {
            @ToolSpec.Example(description = "One document, under another name where its own is taken.", input = """
                            {"templates": [{"format": "crm-agent/qualification-template", "formatVersion": 1,
                               "checksum": "sha256:cc957b1a60956a7ddb6392ce45bc76128af5ca33d8d5abd31868e2716bbe0ce1",
                               "name": "Avis", "fields": [
                                 {"key": "note", "label": "Note sur 20", "type": "number", "min": 0, "max": 20,
                                  "fromCapture": "note"}]}],
                             "onConflict": "rename"}"""),
            @ToolSpec.Example(description = "What replacing would do.", input = """
                            {"templates": [{"format": "crm-agent/qualification-template", "formatVersion": 1,
                               "checksum": "sha256:aa367d34a0a4758a716202dfa09db95620b86fef8a6fc468904432d6bf413e97",
                               "name": "Avis", "fields": [
                                 {"key": "note", "label": "Note sur 20", "type": "number", "min": 0, "max": 20,
                                  "fromCapture": "note"},
                                 {"key": "rappel", "label": "À rappeler", "type": "boolean", "score": 10}]}],
                             "onConflict": "replace", "dryRun": true}""")
        })
public class ImportQualificationTemplates
        implements Tool<ImportQualificationTemplates.Input, ImportQualificationTemplates.Output> {

    @Inject
    Forms forms;

    @Inject
    UsedFields used;

    @Inject
    TemplateImport templates;

    /** What is asked. */
    public record Input(
            @Doc(value = "Documents as export_qualification_template gives them.", min = 1, max = 50)
            List<FormDocument> templates,

            @Flat ImportAsked asked) {

        List<FormContent> contents() {
            return templates.stream().map(FormDocument::content).toList();
        }
    }

    /** What is answered. */
    public record Output(
            @Doc(value = "One a document, in order.", max = 50)
            List<Imported> results) {}

    @Override
    public void check(Input input, Violations violations) {
        for (int i = 0; i < input.templates().size(); i++) {
            input.templates().get(i).check("/templates/" + i, violations);
        }
        input.asked().check(input.contents(), violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        TemplateImport.Done done = templates.run(forms, input.contents(), input.asked(), used::check, call);
        return done.result(
                new Output(done.results()), TemplateKind.QUALIFICATION, "qualificationTemplates", call.dryRun());
    }
}
