package org.crmagent.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Java values as the driver sends them. Strings go untyped ({@code stringtype=unspecified}), so PostgreSQL infers what they are. */
final class SqlValue {

    private SqlValue() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        // a JSON array is a collection, too
        if (value instanceof jakarta.json.JsonValue json) {
            return json.toString();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(SqlValue::item).collect(Collectors.joining(",", "{", "}"));
        }
        return value;
    }

    /** An element of an array literal (PostgreSQL documentation 8.15.2): quoted, with quotes and backslashes escaped. */
    private static String item(Object item) {
        String text = String.valueOf(of(item));
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
