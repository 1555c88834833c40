package org.crmagent.model.qualification;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NumberOrMap;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** One field of a qualification form. */
public record QualificationField(
        @Doc(value = "Under which the value is stored; unique in the form.", pattern = KEY)
        String key,

        @Doc(value = "What people read.", min = 1, max = 200)
        String label,

        @Doc("What the value is: a select has one of its options, a multi_select any of them.")
        FieldType type,

        @Doc("True: only a draft may lack it.") @Nullable Boolean required,

        @Doc(
                value = "The possible values of a select or multi_select; only there.",
                min = 1,
                max = 100,
                itemMax = 200,
                unique = true)
        @Nullable
        List<String> options,

        @Doc(value = "Least value of a number; only there.", min = -1_000_000_000_000L, max = 1_000_000_000_000L)
        @Nullable
        BigDecimal min,

        @Doc(
                value = "Greatest value of a number, not below min; only there.",
                min = -1_000_000_000_000L,
                max = 1_000_000_000_000L)
        @Nullable
        BigDecimal max,

        @Doc(value = "How to fill it in.", max = 500) @Nullable
        String help,

        @Doc(value = "The captureKey of the script step whose answer fills it.", pattern = "^[A-Za-z0-9_.-]{1,60}$")
        @Nullable
        String fromCapture,

        @Doc(
                value =
                        "Points it adds to the score: of a boolean a number, for true; of a select or multi_select an object,"
                                + " option to points. Options without points, and all other types, add none.",
                min = -1_000_000,
                max = 1_000_000,
                itemMax = 200)
        @Nullable
        NumberOrMap score) {

    /** What keys look like. */
    public static final String KEY = "^[a-z][a-z0-9_]{0,39}$";

    /** Bound of values, both ways, where the field has none of its own: what is stored can be sent back. */
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(1_000_000_000_000L);

    /** The least value of a number. */
    public BigDecimal least() {
        return min == null ? FARTHEST.negate() : min;
    }

    /** The greatest value of a number. */
    public BigDecimal greatest() {
        return max == null ? FARTHEST : max;
    }

    /** The options, none where the field has no list of them. */
    public List<String> choices() {
        return options == null ? List.of() : options;
    }

    /** From the column {@code fields}. */
    public static List<QualificationField> read(JsonArray fields) {
        return fields.getValuesAs(QualificationField::read);
    }

    private static QualificationField read(JsonValue json) {
        JsonObject field = json.asJsonObject();
        return new QualificationField(
                field.getString("key"),
                field.getString("label"),
                FieldType.valueOf(field.getString("type").toUpperCase(Locale.ROOT)),
                has(field, "required") ? field.getBoolean("required") : null,
                has(field, "options") ? field.getJsonArray("options").getValuesAs(JsonString::getString) : null,
                number(field, "min"),
                number(field, "max"),
                field.getString("help", null),
                field.getString("fromCapture", null),
                has(field, "score") ? score(field.getValue("/score")) : null);
    }

    private static NumberOrMap score(JsonValue json) {
        if (json instanceof JsonNumber number) {
            return NumberOrMap.of(number.bigDecimalValue());
        }
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        json.asJsonObject().forEach((option, value) -> points.put(option, ((JsonNumber) value).bigDecimalValue()));
        return NumberOrMap.of(points);
    }

    /** As the column {@code fields} keeps them, and as documents and answers show them: without what a field does not have. */
    public static JsonArray write(List<QualificationField> fields) {
        JsonArrayBuilder written = Json.createArrayBuilder();
        fields.forEach(field -> written.add(field.write()));
        return written.build();
    }

    private JsonObjectBuilder write() {
        JsonObjectBuilder field = Json.createObjectBuilder()
                .add("key", key)
                .add("label", label)
                .add("type", type.name().toLowerCase(Locale.ROOT));
        if (required != null) {
            field.add("required", required);
        }
        if (options != null) {
            field.add("options", Json.createArrayBuilder(options));
        }
        if (min != null) {
            field.add("min", bare(min));
        }
        if (max != null) {
            field.add("max", bare(max));
        }
        if (help != null) {
            field.add("help", help);
        }
        if (fromCapture != null) {
            field.add("fromCapture", fromCapture);
        }
        if (score != null) {
            write(field, score);
        }
        return field;
    }

    private static void write(JsonObjectBuilder field, NumberOrMap score) {
        BigDecimal one = score.number();
        if (one != null) {
            field.add("score", bare(one));
        } else {
            JsonObjectBuilder points = Json.createObjectBuilder();
            score.numbers().forEach((option, value) -> points.add(option, bare(value)));
            field.add("score", points);
        }
    }

    /** One spelling for each number: 5.0 is stored as 5. */
    private static BigDecimal bare(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static @Nullable BigDecimal number(JsonObject field, String member) {
        return has(field, member) ? field.getJsonNumber(member).bigDecimalValue() : null;
    }

    private static boolean has(JsonObject json, String member) {
        return json.containsKey(member) && !json.isNull(member);
    }
}
