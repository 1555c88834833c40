package org.crmagent.tool.text;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes JSON values, as {@code jakarta.json.Json} does, with one provider for good. That class looks its provider up in
 * every archive of the server at each call, one thread at a time: a quarter of what a small read took.
 */
public final class Json {
    /** For what has no method here. */
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    /** An object to be filled. */
    public static JsonObjectBuilder createObjectBuilder() {
        return PROVIDER.createObjectBuilder();
    }

    /** An object to be changed, filled with the members of another. */
    public static JsonObjectBuilder createObjectBuilder(JsonObject object) {
        return PROVIDER.createObjectBuilder(object);
    }

    /** An object to be changed, filled with names and values. */
    public static JsonObjectBuilder createObjectBuilder(Map<String, ?> members) {
        return PROVIDER.createObjectBuilder(new LinkedHashMap<>(members));
    }

    /** An array to be filled. */
    public static JsonArrayBuilder createArrayBuilder() {
        return PROVIDER.createArrayBuilder();
    }

    /** An array to be changed, filled with values. */
    public static JsonArrayBuilder createArrayBuilder(Collection<?> values) {
        return PROVIDER.createArrayBuilder(values);
    }

    /** A reader of one JSON text. */
    public static JsonReader createReader(Reader text) {
        return PROVIDER.createReader(text);
    }

    /** A text as JSON. */
    public static JsonString createValue(String value) {
        return PROVIDER.createValue(value);
    }

    /** A number as JSON. */
    public static JsonNumber createValue(int value) {
        return PROVIDER.createValue(value);
    }

    /** A number as JSON. */
    public static JsonNumber createValue(long value) {
        return PROVIDER.createValue(value);
    }

    /** A number as JSON. */
    public static JsonNumber createValue(double value) {
        return PROVIDER.createValue(value);
    }

    /** A number as JSON. */
    public static JsonNumber createValue(BigDecimal value) {
        return PROVIDER.createValue(value);
    }

    /** A number as JSON. */
    public static JsonNumber createValue(BigInteger value) {
        return PROVIDER.createValue(value);
    }
}
