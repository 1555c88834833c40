package org.crmagent.model.script;

import java.util.List;
import org.crmagent.tool.Doc;

/** The steps that follow one answer. */
public record ScriptBranch(
        @Doc(
                value = "The answer that leads here: Oui or Non of a yesno, one of the options of a select, letter for"
                        + " letter; each once a step.",
                min = 1,
                max = 200)
        String label,

        @Doc(value = "What follows that answer, before the next step beside the one that asked.", max = 200)
        List<ScriptStep> steps) {}
