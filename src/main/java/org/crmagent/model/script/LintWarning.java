package org.crmagent.model.script;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** Something of a script that is allowed but seldom meant. */
public record LintWarning(
        @Doc(
                value = "admin_note_in_script, question_without_capture, instruction_asks_question, branch_missing,"
                        + " optional_step_with_branches or capture_not_in_qualification.",
                max = 40)
        String code,

        @Doc(value = "The step it is about.", max = 200) String stepId,

        @Doc(value = "What is remarkable and what to do, one sentence.", max = 400)
        String message) {

    private static final int MOST = 5;

    /**
     * As warnings of a call: the first five, and how many more there are.
     *
     * @param template whose script it is; null where it has no id yet
     */
    public static List<Warning> warnings(List<LintWarning> lint, @Nullable UUID template) {
        String id = template == null ? null : template.toString();
        List<Warning> warnings = new ArrayList<>();
        lint.stream().limit(MOST).forEach(each -> warnings.add(new Warning(each.code(), each.message(), id)));
        if (lint.size() > MOST) {
            warnings.add(new Warning(
                    "more_lint_warnings",
                    lint.size() - MOST + " more warnings of the script's lint: get_script_template tells them.",
                    id));
        }
        return warnings;
    }
}
