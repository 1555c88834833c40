package org.crmagent.tools.scriptexecutions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.crmagent.it.Answer;
import org.crmagent.model.script.NaiveWalk;
import org.crmagent.model.script.RandomScripts;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.model.script.StepType;
import org.junit.jupiter.api.Test;

/** Random answers to random scripts, recorded bit by bit over HTTP, stand at each point where a naive walk stands. */
class RandomExecutionsIT extends ExecutionCalls {
    private static final int SCRIPTS = 25;
    private static final int CALLS = 6;

    private final Random random = new Random(41);
    private final RandomScripts scripts = new RandomScripts(42);

    @Test
    void standWhereANaiveWalkStands() throws SQLException {
        int completed = 0;
        for (int i = 0; i < SCRIPTS; i++) {
            List<ScriptStep> script = nextScript();
            attach(ScriptStep.write(script).toString());
            contact = contact();
            completed += record(script) ? 1 : 0;
        }
        assertEquals(true, completed > 3 && completed < SCRIPTS, completed + " of " + SCRIPTS + " could be completed");
    }

    private List<ScriptStep> nextScript() {
        List<ScriptStep> script = scripts.next();
        return script.isEmpty() ? nextScript() : script;
    }

    private boolean record(List<ScriptStep> script) {
        List<ScriptStep> all = ScriptStep.all(script).toList();
        Map<String, String> answers = new HashMap<>();
        for (int call = 0; call < CALLS; call++) {
            List<String> given = new ArrayList<>();
            boolean replace = call > 0 && random.nextInt(5) == 0;
            if (replace) {
                answers.clear();
            }
            for (ScriptStep step : all) {
                if (step.type() != StepType.INSTRUCTION && random.nextInt(3) == 0) {
                    String answer = scripts.answer(step);
                    given.add(step.id());
                    given.add(answer);
                    if (answer == null) {
                        answers.remove(step.id());
                    } else {
                        answers.put(step.id(), answer);
                    }
                }
            }
            Answer answer = upsert(here().add("mode", replace ? "replace" : "merge")
                    .add("responses", responses(given.toArray(String[]::new))));
            holds(script, answers, answer);
            holds(script, answers, get(here()));
        }
        boolean completable = onPath(
                        script,
                        answers,
                        step -> Boolean.TRUE.equals(step.required()) && !answers.containsKey(step.id()))
                .isEmpty();
        Answer ended = upsert(here().add("status", "completed"));
        assertEquals(completable ? "" : "invalid_state", ended.code(), ended.body());
        return completable;
    }

    private static void holds(List<ScriptStep> script, Map<String, String> answers, Answer answer) {
        JsonObject shown = output(answer);
        List<String> path = new NaiveWalk(script).path(answers);
        assertEquals(path, path(shown));
        List<ScriptStep> open =
                onPath(script, answers, step -> step.type() != StepType.INSTRUCTION && !answers.containsKey(step.id()));
        assertEquals(
                open.isEmpty() ? "none" : open.get(0).id(),
                shown.isNull("nextStep")
                        ? "none"
                        : shown.getJsonObject("nextStep").getString("stepId"));
        Map<String, String> captured = new HashMap<>();
        onPath(script, answers, step -> step.captureKey() != null && answers.containsKey(step.id()))
                .forEach(step -> captured.put(step.captureKey(), answers.get(step.id())));
        assertEquals(captured, texts(shown.getJsonObject("captured")));
        assertEquals(answers, texts(shown.getJsonObject("execution").getJsonObject("responses")));
        Set<String> off = new HashSet<>(answers.keySet());
        path.forEach(off::remove);
        JsonObject progress = shown.getJsonObject("progress");
        assertEquals(answers.size() - off.size(), progress.getInt("answered"));
        assertEquals(open.size(), progress.getInt("remainingOnPath"));
        assertEquals(
                open.stream()
                        .filter(step -> Boolean.TRUE.equals(step.required()))
                        .count(),
                progress.getInt("requiredRemaining"));
        assertEquals(!off.isEmpty(), answer.warnings().contains("answers_off_path"));
    }

    private static List<ScriptStep> onPath(
            List<ScriptStep> script, Map<String, String> answers, Predicate<ScriptStep> which) {
        Map<String, ScriptStep> byId = new HashMap<>();
        ScriptStep.all(script).forEach(step -> byId.put(step.id(), step));
        return new NaiveWalk(script)
                .path(answers).stream().map(byId::get).filter(which).toList();
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new HashMap<>();
        json.keySet().forEach(key -> texts.put(key, json.getString(key)));
        return texts;
    }
}
