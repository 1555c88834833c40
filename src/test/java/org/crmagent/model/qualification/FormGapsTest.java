package org.crmagent.model.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.tool.Warning;
import org.junit.jupiter.api.Test;

class FormGapsTest {
    private static final UUID FORM = new UUID(0, 1);

    private static final List<ScriptStep> STEPS = steps("""
            [{'id': 'a', 'type': 'yesno', 'text': 'Alors ?', 'captureKey': 'owner', 'branches': [{'label': 'Oui', 'steps': [
               {'id': 'b', 'type': 'select', 'text': 'Lequel ?', 'captureKey': 'heating', 'options': ['gaz', 'Électricité']}]}]},
             {'id': 'c', 'type': 'question', 'text': 'Combien ?', 'captureKey': 'area'}]""");

    @Test
    void findsNothingWhereEachAnswerHasAValue() {
        assertEquals(
                List.of(),
                gaps(
                        "{'key': 'k', 'label': 'L', 'type': 'boolean', 'fromCapture': 'owner'}",
                        "{'key': 'l', 'label': 'L', 'type': 'select', 'options': ['Gaz', 'Électricité'], 'fromCapture': 'heating'}",
                        "{'key': 'm', 'label': 'L', 'type': 'number', 'fromCapture': 'area'}",
                        "{'key': 'n', 'label': 'L', 'type': 'date'}"));
    }

    @Test
    void namesFieldsWhoseCaptureNoStepHas() {
        assertEquals(
                List.of("from_capture_unknown: Fields that calls leave empty: k; no step of the call script has their"
                        + " fromCapture as captureKey."),
                gaps("{'key': 'k', 'label': 'L', 'type': 'text', 'fromCapture': 'budget'}"));
    }

    @Test
    void namesFieldsThatCannotTakeAnAnswerOfTheirStep() {
        assertEquals(
                List.of("answers_unreadable: Fields that calls leave empty: k, l; their steps offer answers that are no"
                        + " values of theirs."),
                gaps(
                        "{'key': 'k', 'label': 'L', 'type': 'select', 'options': ['Gaz', 'Fioul'], 'fromCapture': 'heating'}",
                        "{'key': 'l', 'label': 'L', 'type': 'date', 'fromCapture': 'owner'}"));
    }

    @Test
    void namesFiveAndCountsTheOthers() {
        String[] fields = IntStream.range(0, 7)
                .mapToObj(i -> "{'key': 'k" + i + "', 'label': 'L', 'type': 'text', 'fromCapture': 'none'}")
                .toArray(String[]::new);
        assertEquals(
                "from_capture_unknown: Fields that calls leave empty: k0, k1, k2, k3, k4 and 2 more; no step of the call"
                        + " script has their fromCapture as captureKey.",
                gaps(fields).get(0));
    }

    private static List<String> gaps(String... fields) {
        return FormGaps.of(
                        STEPS, Fields.read(List.of(fields).stream().collect(Collectors.joining(",", "[", "]"))), FORM)
                .stream()
                .map(FormGapsTest::told)
                .toList();
    }

    private static String told(Warning warning) {
        assertEquals(FORM.toString(), warning.resourceId());
        return warning.code() + ": " + warning.message();
    }

    private static List<ScriptStep> steps(String json) {
        try (var reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return ScriptStep.read(reader.readArray());
        }
    }
}
