package org.crmagent.model.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A script as an indented tree of text, one step a line, for people and models to read. */
public final class ScriptOutline {
    private static final int LONGEST_TEXT = 80;

    /** Line breaks would look like another step, and marks of direction turn the line around. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\s\\h\\v]+");

    private final List<String> lines = new ArrayList<>();

    private ScriptOutline() {}

    /**
     * The outline, its texts cut.
     *
     * @param bytes how long it may be in UTF-8 as JSON; what is left out is counted in the last line
     */
    public static String of(List<ScriptStep> steps, int bytes) {
        ScriptOutline outline = new ScriptOutline();
        outline.level(steps, "");
        StringBuilder text = new StringBuilder();
        int left = bytes - 40;
        for (int i = 0; i < outline.lines.size(); i++) {
            String line = outline.lines.get(i);
            left -= line.getBytes(StandardCharsets.UTF_8).length
                    + 4
                    + (int) line.chars().filter(c -> c == '"' || c == '\\').count();
            if (left < 0) {
                return text.append("… ")
                        .append(outline.lines.size() - i)
                        .append(" more lines")
                        .toString();
            }
            text.append(line).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private void level(List<ScriptStep> steps, String indent) {
        for (ScriptStep step : steps) {
            lines.add(indent + "- " + step.id() + " (" + kind(step) + "): " + cut(step.text()));
            for (ScriptBranch way : step.ways()) {
                lines.add(
                        indent + "    " + cut(way.label()) + ":" + (way.steps().isEmpty() ? " next step" : ""));
                level(way.steps(), indent + "      ");
            }
            if (!step.ways().isEmpty() && ScriptLint.answersWithoutBranch(step) > 0) {
                lines.add(indent + "    other answers: next step");
            }
        }
    }

    private static String kind(ScriptStep step) {
        return step.type().name().toLowerCase(java.util.Locale.ROOT)
                + (step.type() == StepType.SELECT && step.ways().isEmpty()
                        ? " of " + step.answers().size()
                        : "")
                + (Boolean.TRUE.equals(step.required()) ? ", required" : "")
                + (step.captureKey() == null ? "" : ", captures " + step.captureKey());
    }

    private static String cut(String text) {
        String line = CONTROLS.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TEXT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }
}
