package org.crmagent.store;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crmagent.tool.text.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of one statement, with the values of their parameters. Only what a caller asked for becomes part of the SQL, so
 * that the planner sees just that; the texts are constants of the code, values are always parameters.
 */
public final class Criteria {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * Adds a condition without a parameter of its own.
     *
     * @param condition SQL that yields a truth value
     */
    public Criteria and(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * Adds a condition if its value was given.
     *
     * @param condition SQL that names {@code :parameter}
     * @param parameter unique within the statement
     * @param value as {@link Query#set} takes it; null: the caller did not ask for it, nothing is added
     */
    public Criteria and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            if (parameters.putIfAbsent(parameter, value) != null) {
                throw new IllegalStateException("two criteria use the parameter " + parameter);
            }
            conditions.add(condition);
        }
        return this;
    }

    /** Adds one of two conditions, if the caller asked for either; null: for neither. */
    public Criteria and(@Nullable Boolean asked, String whenTrue, String whenFalse) {
        return asked == null ? this : and(asked ? whenTrue : whenFalse);
    }

    /** True when nothing was asked for. */
    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Each condition after {@code and}, to stand after a {@code where} that starts with the organization; empty without any. */
    public String sql() {
        StringBuilder sql = new StringBuilder();
        conditions.forEach(condition -> sql.append("\n  and ").append(condition));
        return sql.append('\n').toString();
    }

    /** The same for equal conditions with equal values, and for no others: what a cursor tells lists apart by. */
    public String name() {
        List<String> parts = new ArrayList<>(List.of(sql()));
        new TreeMap<>(parameters).forEach((parameter, value) -> {
            parts.add(parameter);
            parts.add(value instanceof JsonValue json ? Canonical.text(json) : String.valueOf(SqlValue.of(value)));
        });
        return Canonical.sha256(parts.toArray(String[]::new));
    }

    /** What the conditions' parameters are. */
    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
