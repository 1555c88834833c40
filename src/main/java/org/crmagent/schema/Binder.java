package org.crmagent.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.crmagent.tool.Change;
import org.crmagent.tool.NumberOrMap;
import org.jspecify.annotations.Nullable;

/** Makes records of JSON that their schema takes. */
public final class Binder {
    private Binder() {}

    /**
     * The record that the object describes. Absent and null members are null, or for a {@link Change} absent and cleared;
     * members that are no component (the control members) are ignored. Times are cut to microseconds, as the database
     * keeps them. Lists and maps can't be changed and keep their order.
     *
     * @param json valid by the schema that {@link Schemas} publishes for the record
     * @param record a record class without {@link Schemas#faults}
     * @throws IllegalArgumentException when the record uses a type that has no JSON form
     */
    public static <T extends Record> T bind(JsonObject json, Class<T> record) {
        return record.cast(bound(json, record));
    }

    private static Object bound(JsonObject json, Class<?> record) {
        Reflection reflection = Reflection.of(record);
        Object[] values = new Object[reflection.members().size()];
        for (int i = 0; i < values.length; i++) {
            Member member = reflection.members().get(i);
            Function<JsonValue, Object> reader = reflection.readers().get(i);
            values[i] = member.flat() ? reader.apply(json) : value(json.get(member.name()), member, reader);
        }
        return reflection.create(values);
    }

    private static @Nullable Object value(@Nullable JsonValue json, Member member, Function<JsonValue, Object> reader) {
        Object value = json == null || json == JsonValue.NULL ? null : reader.apply(json);
        if (member.change()) {
            return json == null ? Change.absent() : Change.to(value);
        }
        return value;
    }

    /** Decides once per component how its values are read. */
    static Function<JsonValue, Object> reader(AnnotatedType type) {
        Class<?> raw = Kind.rawClass(type.getType());
        return switch (Kind.of(type.getType())) {
            case STRING -> Binder::text;
            case UUID -> json -> UUID.fromString(text(json));
            case INSTANT -> json -> OffsetDateTime.parse(text(json)).toInstant().truncatedTo(ChronoUnit.MICROS);
            case DATE -> json -> LocalDate.parse(text(json));
            case TIME -> json -> LocalTime.parse(text(json));
            case ENUM -> constants(raw);
            case BOOLEAN -> json -> json == JsonValue.TRUE;
            case INTEGER ->
                raw == int.class || raw == Integer.class
                        ? json -> number(json).intValueExact()
                        : json -> number(json).longValueExact();
            case NUMBER ->
                raw == BigDecimal.class ? Binder::number : json -> number(json).doubleValue();
            case LIST -> list(reader(Member.argument(type, 0)));
            case MAP -> map(key(Member.argument(type, 0)), reader(Member.argument(type, 1)));
            case RECORD -> json -> bound(json.asJsonObject(), raw);
            case JSON_OBJECT, JSON_VALUE -> json -> json;
            case NUMBER_OR_MAP -> Binder::numberOrMap;
        };
    }

    private static Function<JsonValue, Object> list(Function<JsonValue, Object> reader) {
        return json -> json.asJsonArray().stream().map(reader).toList();
    }

    private static Function<JsonValue, Object> map(Function<String, Object> key, Function<JsonValue, Object> reader) {
        return json -> {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            json.asJsonObject()
                    .forEach((name, value) ->
                            map.put(key.apply(name), value == JsonValue.NULL ? null : reader.apply(value)));
            return Collections.unmodifiableMap(map);
        };
    }

    private static Function<String, Object> key(AnnotatedType type) {
        Function<JsonValue, Object> reader = reader(type);
        return name -> reader.apply(Jsonp.string(name));
    }

    private static Function<JsonValue, Object> constants(Class<?> type) {
        Map<String, Object> byName = new HashMap<>();
        List<Object> constants = new ArrayList<>(List.of(type.getEnumConstants()));
        constants.forEach(constant -> byName.put(EnumNames.of((Enum<?>) constant), constant));
        return json -> byName.get(text(json));
    }

    private static NumberOrMap numberOrMap(JsonValue json) {
        if (json instanceof JsonNumber number) {
            return NumberOrMap.of(number.bigDecimalValue());
        }
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        json.asJsonObject().forEach((name, value) -> numbers.put(name, number(value)));
        return NumberOrMap.of(Collections.unmodifiableMap(numbers));
    }

    private static String text(JsonValue json) {
        return ((JsonString) json).getString();
    }

    private static BigDecimal number(JsonValue json) {
        return ((JsonNumber) json).bigDecimalValue();
    }
}
