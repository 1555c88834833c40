package org.crmagent.tools.scripttemplates;

import java.util.List;
import org.crmagent.model.DocumentHead;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.model.script.ScriptRules;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Spelled;
import org.crmagent.tool.Violations;

/** A call script outside any organization. */
public record ScriptDocument(
        @Doc("What it is; forms go to import_qualification_templates.")
        Format format,

        @Flat DocumentHead head,

        @Doc(value = "Language of its texts, e.g. fr.", pattern = "^[A-Za-z0-9-]{1,35}$")
        String language,

        @Doc(value = "The first steps, in order; with all below them at most 200.", min = 1, max = 200)
        List<ScriptStep> steps) {

    /** The one kind of document that script tools know. */
    public enum Format implements Spelled {
        SCRIPT_TEMPLATE;

        @Override
        public String spelling() {
            return ScriptContent.FORMAT;
        }
    }

    ScriptContent content() {
        return new ScriptContent(head.name(), head.description(), language, steps);
    }

    /** What a create would refuse is refused, and so is content that is not as it was exported. */
    void check(String pointer, Violations violations) {
        ScriptRules.check(steps, pointer + "/steps", violations);
        head.check(content(), pointer, violations);
    }
}
