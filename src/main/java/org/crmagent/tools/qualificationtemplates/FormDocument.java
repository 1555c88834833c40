package org.crmagent.tools.qualificationtemplates;

import java.util.List;
import org.crmagent.model.DocumentHead;
import org.crmagent.model.qualification.FieldRules;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Spelled;
import org.crmagent.tool.Violations;

/** A qualification form outside any organization. */
public record FormDocument(
        @Doc("What it is; call scripts go to import_script_templates.")
        Format format,

        @Flat DocumentHead head,

        @Doc(value = "The fields, in order.", min = 1, max = 100)
        List<QualificationField> fields) {

    /** The one kind of document that form tools know. */
    public enum Format implements Spelled {
        QUALIFICATION_TEMPLATE;

        @Override
        public String spelling() {
            return FormContent.FORMAT;
        }
    }

    FormContent content() {
        return new FormContent(head.name(), head.description(), fields);
    }

    /** What a create would refuse is refused, and so is content that is not as it was exported. */
    void check(String pointer, Violations violations) {
        FieldRules.check(fields, pointer + "/fields", violations);
        head.check(content(), pointer, violations);
    }
}
