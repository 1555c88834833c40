package org.crmagent.store;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer of the database. Getters without {@code OrNull} are for columns that can't be null and fail when
 * they are.
 */
public final class Row {

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Mapper<T> {
        /** Reads the columns it needs; the row is gone afterwards. */
        T map(Row row);
    }

    @FunctionalInterface
    private interface Getter<T> {
        @Nullable
        T get() throws SQLException;
    }

    private static final int LONGEST_CELL = 200;

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** A uuid. */
    public UUID uuid(String column) {
        return present(column, uuidOrNull(column));
    }

    /** A uuid, or null. */
    public @Nullable UUID uuidOrNull(String column) {
        return get(() -> rows.getObject(column, UUID.class));
    }

    /** Text of any type, as PostgreSQL writes it. */
    public String text(String column) {
        return present(column, textOrNull(column));
    }

    /** Text, or null. */
    public @Nullable String textOrNull(String column) {
        return get(() -> rows.getString(column));
    }

    /** Free text as a row of a list shows it: at most 200 characters, the last of them {@code …} where it was cut. */
    public String cell(String column) {
        return present(column, cellOrNull(column));
    }

    /** The same of a column that may be null. */
    public @Nullable String cellOrNull(String column) {
        String text = textOrNull(column);
        return text == null ? null : cut(text, LONGEST_CELL);
    }

    /** A text of at most so many characters (code points), the last of them {@code …} where it was cut. */
    public static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** A whole number that fits. */
    public int integer(String column) {
        return Math.toIntExact(number(column));
    }

    /** A whole number, or null. */
    public @Nullable Integer integerOrNull(String column) {
        Long value = numberOrNull(column);
        return value == null ? null : Integer.valueOf(Math.toIntExact(value));
    }

    /** A whole number, counts above all. */
    public long number(String column) {
        return present(column, numberOrNull(column));
    }

    /** A whole number, or null. */
    public @Nullable Long numberOrNull(String column) {
        return get(() -> {
            long value = rows.getLong(column);
            return rows.wasNull() ? null : Long.valueOf(value);
        });
    }

    /** An exact decimal number, or null. */
    public @Nullable BigDecimal decimalOrNull(String column) {
        return get(() -> rows.getBigDecimal(column));
    }

    /** A fraction. */
    public double fraction(String column) {
        return present(column, get(() -> {
            double value = rows.getDouble(column);
            return rows.wasNull() ? null : Double.valueOf(value);
        }));
    }

    /** A truth value. */
    public boolean bool(String column) {
        return present(column, get(() -> rows.getObject(column, Boolean.class)));
    }

    /** A timestamptz. */
    public Instant instant(String column) {
        return present(column, instantOrNull(column));
    }

    /** A timestamptz, or null. */
    public @Nullable Instant instantOrNull(String column) {
        return get(() -> {
            OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        });
    }

    /** A date, or null. */
    public @Nullable LocalDate dateOrNull(String column) {
        return get(() -> rows.getObject(column, LocalDate.class));
    }

    /** A bytea. */
    public byte[] bytes(String column) {
        return present(column, get(() -> rows.getBytes(column)));
    }

    /** A text array. */
    public List<String> texts(String column) {
        return present(column, get(() -> {
            Array array = rows.getArray(column);
            return array == null ? null : List.of((String[]) array.getArray());
        }));
    }

    /** json or jsonb. */
    public JsonValue json(String column) {
        try (JsonReader reader = Json.createReader(new StringReader(text(column)))) {
            return reader.readValue();
        }
    }

    /** An enumeration, kept as lower snake_case text. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
    }

    /** An enumeration, or null. */
    public <E extends Enum<E>> @Nullable E constantOrNull(String column, Class<E> type) {
        return textOrNull(column) == null ? null : constant(column, type);
    }

    private static <T> @Nullable T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
