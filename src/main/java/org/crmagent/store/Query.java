package org.crmagent.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One statement with its parameters, run once. */
public final class Query {
    private static final String PLAN = "select set_config('plan_cache_mode', ?, true)";

    private final Binding binding;
    private final NamedParameters sql;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private boolean planned;

    Query(Binding binding, NamedParameters sql) {
        this.binding = binding;
        this.sql = sql;
    }

    /**
     * Gives a parameter its value.
     *
     * @param value text, number, boolean, UUID, Instant, LocalDate, enum (as lower snake_case), JSON, or a collection of
     *     these, which becomes an untyped array: compare with {@code = any (:ids)} or cast where PostgreSQL can't infer the
     *     type ({@code unnest(:ids::uuid[])}); null needs a cast in SQL where its type is not clear
     */
    public Query set(String name, @Nullable Object value) {
        values.put(name, SqlValue.of(value));
        return this;
    }

    /** Gives several parameters their values. */
    public Query setAll(Map<String, ? extends @Nullable Object> more) {
        more.forEach(this::set);
        return this;
    }

    /**
     * Has the statement planned for the values of this call. After some calls PostgreSQL otherwise takes one plan for all
     * values, made for an average campaign and for a tenth of all rows: seconds instead of milliseconds where a page of a
     * large campaign is asked for. It costs about half a millisecond, so only statements need it whose best plan depends on
     * their values, and none that writes: the foreign keys' own look-ups would be planned again for each row.
     */
    public Query planned() {
        planned = true;
        return this;
    }

    /**
     * All rows, in order. The statement bounds their number.
     *
     * @throws StoreException when the database refuses
     */
    public <T> List<T> list(Row.Mapper<T> mapper) {
        try (Connection connection = binding.connection()) {
            if (planned) {
                plan(connection, "force_custom_plan");
            }
            List<T> found = rows(connection, mapper);
            if (planned) {
                plan(connection, "auto");
            }
            return found;
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private <T> List<T> rows(Connection connection, Row.Mapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepared(connection);
                ResultSet rows = binding.running().run(statement, statement::executeQuery)) {
            List<T> found = new ArrayList<>();
            Row row = new Row(rows);
            while (rows.next()) {
                found.add(mapper.map(row));
            }
            return found;
        }
    }

    /** After a failure nothing needs to be put back: the transaction ends, and the setting with it. */
    private static void plan(Connection connection, String mode) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLAN)) {
            statement.setString(1, mode);
            statement.executeQuery().close();
        }
    }

    /** Hands over each row in order, for what is counted up rather than kept. */
    public void each(Consumer<Row> taker) {
        list(row -> {
            taker.accept(row);
            return row;
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Row.Mapper<T> mapper) {
        return list(mapper).stream().findFirst();
    }

    /**
     * The only row of a statement that always has one.
     *
     * @throws IllegalStateException when it has another number
     */
    public <T> T one(Row.Mapper<T> mapper) {
        List<T> rows = list(mapper);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows where one was due");
        }
        return rows.get(0);
    }

    /** Inserts, updates or deletes; returns the number of rows. */
    public long update() {
        try (Connection connection = binding.connection();
                PreparedStatement statement = prepared(connection)) {
            return binding.running().run(statement, statement::executeLargeUpdate);
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        try {
            int index = 1;
            for (String name : sql.names()) {
                if (!values.containsKey(name)) {
                    throw new IllegalArgumentException("no value for :" + name + " in " + sql.text());
                }
                statement.setObject(index++, values.get(name));
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }
}
