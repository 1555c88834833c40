package org.crmagent.model.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.tool.Warning;

/** Fields that no call of a script will fill in, though they take an answer of a step. */
public final class FormGaps {
    private static final int MOST = 5;

    private FormGaps() {}

    /**
     * Compares a form with the script beside it.
     *
     * @param form the id of the form
     * @return {@code from_capture_unknown} where no step has the capture, {@code answers_unreadable} where a step offers an
     *     answer of which the field can make no value; one warning of each at most, with the keys of five fields
     */
    public static List<Warning> of(List<ScriptStep> steps, List<QualificationField> fields, UUID form) {
        Map<String, List<String>> answers = ScriptStep.all(steps)
                .filter(step -> step.captureKey() != null)
                .collect(Collectors.groupingBy(
                        ScriptStep::captureKey,
                        Collectors.flatMapping(step -> step.answers().stream(), Collectors.toList())));
        List<Warning> warnings = new ArrayList<>();
        warn(
                warnings,
                fields,
                field -> !answers.containsKey(field.fromCapture()),
                "from_capture_unknown",
                "no step of the call script has their fromCapture as captureKey",
                form);
        warn(
                warnings,
                fields,
                field -> answers.getOrDefault(field.fromCapture(), List.of()).stream()
                        .anyMatch(answer -> Reading.of(field, answer, null).isEmpty()),
                "answers_unreadable",
                "their steps offer answers that are no values of theirs",
                form);
        return warnings;
    }

    private static void warn(
            List<Warning> warnings,
            List<QualificationField> fields,
            Predicate<QualificationField> lacking,
            String code,
            String why,
            UUID form) {
        List<String> keys = fields.stream()
                .filter(field -> field.fromCapture() != null && lacking.test(field))
                .map(QualificationField::key)
                .toList();
        if (!keys.isEmpty()) {
            String named = keys.stream().limit(MOST).collect(Collectors.joining(", "));
            String more = keys.size() > MOST ? " and " + (keys.size() - MOST) + " more" : "";
            warnings.add(new Warning(
                    code, "Fields that calls leave empty: " + named + more + "; " + why + ".", form.toString()));
        }
    }
}
