package org.crmagent.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A successful outcome. Immutable; each method returns a copy with something added.
 *
 * @param data what {@code data.data} holds
 * @param summary one sentence a language model can act on, figures in it, no stored free text
 * @param warnings in order
 * @param nextActions at most a handful, best first
 * @param paging only of paged lists
 * @param affected what was changed, for the audit row ({@code campaigns: 1})
 */
public record Result<O extends Record>(
        O data,
        String summary,
        List<Warning> warnings,
        List<NextAction> nextActions,
        @Nullable Paging paging,
        Map<String, Long> affected) {

    /** Data and summary, nothing else. */
    public static <O extends Record> Result<O> of(O data, String summary) {
        return new Result<>(data, summary, List.of(), List.of(), null, Map.of());
    }

    /** With warnings after those it has. */
    public Result<O> warn(List<Warning> more) {
        return new Result<>(data, summary, joined(warnings, more), nextActions, paging, affected);
    }

    /** With next actions after those it has. */
    public Result<O> next(List<NextAction> more) {
        return new Result<>(data, summary, warnings, joined(nextActions, more), paging, affected);
    }

    /** With one more next action. */
    public Result<O> next(NextAction action) {
        return next(List.of(action));
    }

    /** With these next actions in place of those it has. */
    public Result<O> nextOnly(List<NextAction> actions) {
        return new Result<>(data, summary, warnings, actions, paging, affected);
    }

    /** As a paged list. */
    public Result<O> paged(Paging where) {
        return new Result<>(data, summary, warnings, nextActions, where, affected);
    }

    /** With one more affected count. */
    public Result<O> affected(String what, long count) {
        Map<String, Long> more = new LinkedHashMap<>(affected);
        more.put(what, count);
        return new Result<>(data, summary, warnings, nextActions, paging, more);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
