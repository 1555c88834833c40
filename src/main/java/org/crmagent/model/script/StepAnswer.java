package org.crmagent.model.script;

import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** What was answered to one step. */
public record StepAnswer(
        @Doc(value = "A question, yesno or select of the execution's script.", min = 1, max = 60)
        String stepId,

        @Doc(
                value =
                        "Oui or Non of a yesno, one of the options of a select, letter for letter; any text of a question."
                                + " null forgets the answer.",
                max = 2000,
                personal = true)
        @Nullable
        String answer) {}
