package org.crmagent.schema;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** Writes what tools answer as JSON. */
public final class JsonWriter {
    private static final @Nullable Class<?> DRAWN_ORDER = Map.of().getClass().getEnclosingClass();
    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private JsonWriter() {}

    /**
     * The JSON of a value: a record as an object in the order of its components (null written as null, an empty
     * {@link Optional} left out), a time in UTC as RFC 3339 with as many groups of three decimals as it needs, an enum
     * constant in lower snake_case, a number without needless zeros, a JSON value as it is.
     *
     * @param value of a type that records may use, or any collection or map of such
     * @throws IllegalArgumentException for another type, and for a number that JSON can't write
     */
    public static JsonValue write(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Record record) {
            return record(record);
        } else if (value instanceof Map<?, ?> map) {
            return map(map);
        } else if (value instanceof Collection<?> list) {
            JsonArrayBuilder array = Jsonp.array();
            list.forEach(item -> array.add(write(item)));
            return array.build();
        }
        return Jsonp.string(text(value));
    }

    private static JsonObject record(Record record) {
        JsonObjectBuilder object = Jsonp.object();
        members(record, object);
        return object.build();
    }

    private static void members(Record record, JsonObjectBuilder object) {
        Reflection reflection = Reflection.of(record.getClass());
        List<Member> members = reflection.members();
        for (int i = 0; i < members.size(); i++) {
            Object value = reflection.get(i, record);
            if (members.get(i).flat() && value instanceof Record nested) {
                members(nested, object);
            } else if (!(value instanceof Optional<?> optional)) {
                object.add(members.get(i).name(), write(value));
            } else if (optional.isPresent()) {
                object.add(members.get(i).name(), write(optional.get()));
            }
        }
    }

    /** In the map's own order; maps of {@code Map.of}, whose order each process draws anew, by key. */
    private static JsonObject map(Map<?, ?> map) {
        boolean drawn = map.getClass().getEnclosingClass() == DRAWN_ORDER;
        JsonObjectBuilder object = Jsonp.object();
        (drawn ? new TreeMap<>(map) : map).forEach((key, value) -> object.add(text(key), write(value)));
        return object.build();
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return EnumNames.of(constant);
        } else if (value instanceof LocalTime time) {
            return HOURS_AND_MINUTES.format(time);
        } else if (value instanceof String
                || value instanceof UUID
                || value instanceof Instant
                || value instanceof LocalDate) {
            return value.toString();
        }
        throw new IllegalArgumentException(value.getClass().getName() + " has no JSON form");
    }

    private static JsonValue number(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short) {
            return Json.createValue(number.longValue());
        } else if (number instanceof BigInteger integer) {
            return Json.createValue(integer);
        } else if (number instanceof Double && !Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(number + " has no JSON form");
        } else if (number instanceof Double || number instanceof BigDecimal) {
            BigDecimal bare = new BigDecimal(number.toString()).stripTrailingZeros();
            return Json.createValue(bare.scale() < 0 ? bare.setScale(0) : bare);
        }
        throw new IllegalArgumentException(number.getClass().getName() + " has no JSON form");
    }
}
