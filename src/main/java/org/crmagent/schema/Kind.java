package org.crmagent.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.tool.NumberOrMap;
import org.jspecify.annotations.Nullable;

/** What JSON a Java type is written as; the one list of the types that records may use. */
enum Kind {
    STRING("string"),
    UUID("string"),
    INSTANT("string"),
    DATE("string"),
    TIME("string"),
    ENUM("string"),
    BOOLEAN("boolean"),
    INTEGER("integer"),
    NUMBER("number"),
    LIST("array"),
    MAP("object"),
    RECORD("object"),
    JSON_OBJECT("object"),
    JSON_VALUE("any"),
    NUMBER_OR_MAP("any");

    private static final Map<Class<?>, Kind> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, STRING),
            Map.entry(java.util.UUID.class, UUID),
            Map.entry(Instant.class, INSTANT),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(int.class, INTEGER),
            Map.entry(Integer.class, INTEGER),
            Map.entry(long.class, INTEGER),
            Map.entry(Long.class, INTEGER),
            Map.entry(double.class, NUMBER),
            Map.entry(Double.class, NUMBER),
            Map.entry(BigDecimal.class, NUMBER),
            Map.entry(List.class, LIST),
            Map.entry(Map.class, MAP),
            Map.entry(JsonObject.class, JSON_OBJECT),
            Map.entry(JsonValue.class, JSON_VALUE),
            Map.entry(NumberOrMap.class, NUMBER_OR_MAP));

    private final String jsonType;

    Kind(String jsonType) {
        this.jsonType = jsonType;
    }

    /** The {@code type} of JSON Schema. */
    String jsonType() {
        return jsonType;
    }

    /** True for what {@code @Doc} can bound with min and max. */
    boolean bounded() {
        return switch (this) {
            case STRING, INTEGER, NUMBER, LIST, MAP, JSON_OBJECT, JSON_VALUE, NUMBER_OR_MAP -> true;
            default -> false;
        };
    }

    /** Null where no record may use the type. */
    static @Nullable Kind find(Type type) {
        Class<?> raw = rawClass(type);
        if (raw.isEnum()) {
            return ENUM;
        }
        boolean generic = type instanceof ParameterizedType;
        Kind kind = raw.isRecord() ? RECORD : BY_CLASS.get(raw);
        return generic == (kind == LIST || kind == MAP) ? kind : null;
    }

    static Kind of(Type type) {
        Kind kind = find(type);
        if (kind == null) {
            throw new IllegalArgumentException(type.getTypeName() + " has no JSON form");
        }
        return kind;
    }

    static Class<?> rawClass(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }
}
