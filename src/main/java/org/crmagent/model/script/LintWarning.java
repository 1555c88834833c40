package org.crmagent.model.script;

import org.crmagent.tool.Doc;

/** Something of a script that is allowed but seldom meant. */
public record LintWarning(
        @Doc(
                value = "admin_note_in_script, question_without_capture, instruction_asks_question, branch_missing or"
                        + " capture_not_in_qualification.",
                max = 40)
        String code,

        @Doc(value = "The step it is about.", max = 200) String stepId,

        @Doc(value = "What is remarkable and what to do, one sentence.", max = 400)
        String message) {}
