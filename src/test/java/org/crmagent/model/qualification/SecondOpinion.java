package org.crmagent.model.qualification;

import com.github.erosb.jsonsKema.FormatValidationPolicy;
import com.github.erosb.jsonsKema.IJsonString;
import com.github.erosb.jsonsKema.IJsonValue;
import com.github.erosb.jsonsKema.SchemaLoader;
import com.github.erosb.jsonsKema.UnknownSource;
import com.github.erosb.jsonsKema.Validator;
import com.github.erosb.jsonsKema.ValidatorConfig;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A validator of JSON Schema 2020-12 that shares no code with this product, formats asserted. Its own JSON parser takes
 * escaped tabs for letters, so it is given values that are parsed already; and it reads patterns as Java does, whose {@code $}
 * also stands before a last line break.
 */
public final class SecondOpinion {
    private final Validator validator;

    public SecondOpinion(JsonObject schema) {
        validator = Validator.create(
                new SchemaLoader(value(schema)).load(), new ValidatorConfig(FormatValidationPolicy.ALWAYS));
    }

    public boolean takes(JsonValue instance) {
        return validator.validate(value(instance)) == null;
    }

    private static IJsonValue value(JsonValue json) {
        if (json instanceof JsonObject object) {
            Map<IJsonString, IJsonValue> members = new LinkedHashMap<>();
            object.forEach((name, member) -> members.put(
                    text(name), name.equals("pattern") ? text(ecma(object.getString(name))) : value(member)));
            return new com.github.erosb.jsonsKema.JsonObject(members, UnknownSource.INSTANCE);
        } else if (json instanceof JsonArray array) {
            return new com.github.erosb.jsonsKema.JsonArray(
                    array.stream().map(SecondOpinion::value).toList(), UnknownSource.INSTANCE);
        } else if (json instanceof JsonString string) {
            return text(string.getString());
        } else if (json instanceof JsonNumber number) {
            return new com.github.erosb.jsonsKema.JsonNumber(number.bigDecimalValue(), UnknownSource.INSTANCE);
        }
        return json == JsonValue.NULL
                ? new com.github.erosb.jsonsKema.JsonNull(UnknownSource.INSTANCE)
                : new com.github.erosb.jsonsKema.JsonBoolean(json == JsonValue.TRUE, UnknownSource.INSTANCE);
    }

    private static String ecma(String pattern) {
        return pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern;
    }

    private static com.github.erosb.jsonsKema.JsonString text(String text) {
        return new com.github.erosb.jsonsKema.JsonString(text, UnknownSource.INSTANCE);
    }
}
