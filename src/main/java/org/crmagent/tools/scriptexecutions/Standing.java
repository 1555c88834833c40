package org.crmagent.tools.scriptexecutions;

import java.util.List;
import java.util.Map;
import org.crmagent.model.script.StepType;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** Where an execution stands in its script. */
public record Standing(
        @Doc("The execution.") ScriptExecutionView execution,

        @Doc(value = "The way of the answers, up to the end or an unanswered step with branches.", max = 1000)
        List<PathStep> selectedPath,

        @Doc("First step on the path without answer, instructions aside.") @Nullable
        NextStep nextStep,

        @Doc("How much of the path is done.") Progress progress,

        @Doc(
                value = "Answers on the path by captureKey.",
                pattern = "^[A-Za-z0-9_.-]{1,60}$",
                max = 1000,
                itemMax = 2000)
        Map<String, String> captured) {

    /** A step on the way. */
    public record PathStep(
            @Doc(value = "The step.", max = 200) String stepId,
            @Doc("What it is.") StepType type,

            @Doc(value = "What the caller says; cut with … where need be.", max = 2000)
            String text,

            @Doc(value = "What was answered.", max = 2000) @Nullable
            String answer) {}

    /** The step to go on with. */
    public record NextStep(
            @Doc(value = "The step.", max = 200) String stepId,
            @Doc("What it is.") StepType type,

            @Doc(value = "What the caller says.", max = 2000)
            String text,

            @Doc(value = "Answers it takes; empty: any.", max = 20, itemMax = 200)
            List<String> options,

            @Doc("True: completing needs it.") boolean required) {}

    /** Figures of the path. */
    public record Progress(
            @Doc("Steps with an answer.") long answered,

            @Doc("Steps without one.") long remainingOnPath,

            @Doc("Of them required.") long requiredRemaining) {}
}
