package org.crmagent.model.qualification;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NumberOrMap;
import org.jspecify.annotations.Nullable;

/**
 * What values are worth by a form.
 *
 * @param total the sum of the parts; null where the form gives no points for anything
 * @param most the most that the form can give
 * @param parts one a field that gives points and has a value, in the order of the form
 */
public record Score(@Nullable BigDecimal total, BigDecimal most, List<Part> parts) {

    /** What one field adds. */
    public record Part(
            @Doc(value = "The field.", max = 40) String key,
            @Doc("Points that its value adds.") BigDecimal points,
            @Doc("Most points that a value of it can add.") BigDecimal most) {}

    /** Scores values that fit the form. */
    public static Score of(List<QualificationField> fields, JsonObject values) {
        List<Part> parts = new ArrayList<>();
        BigDecimal total = null;
        BigDecimal most = BigDecimal.ZERO;
        for (QualificationField field : fields) {
            NumberOrMap points = field.score();
            if (points == null) {
                continue;
            }
            total = total == null ? BigDecimal.ZERO : total;
            BigDecimal greatest = greatest(field, points);
            most = most.add(greatest);
            JsonValue value = values.getOrDefault(field.key(), JsonValue.NULL);
            if (value != JsonValue.NULL) {
                BigDecimal added = added(points, value);
                total = total.add(added);
                parts.add(new Part(field.key(), added, greatest));
            }
        }
        return new Score(total, most, List.copyOf(parts));
    }

    private static BigDecimal added(NumberOrMap points, JsonValue value) {
        BigDecimal one = points.number();
        if (one != null) {
            return value == JsonValue.TRUE ? one : BigDecimal.ZERO;
        }
        List<JsonString> chosen = value instanceof JsonArray options
                ? options.getValuesAs(JsonString.class)
                : Stream.of(value)
                        .filter(JsonString.class::isInstance)
                        .map(JsonString.class::cast)
                        .toList();
        return chosen.stream()
                .map(option -> points.numbers().getOrDefault(option.getString(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Points may be negative: not to choose is worth nothing. */
    private static BigDecimal greatest(QualificationField field, NumberOrMap points) {
        BigDecimal one = points.number();
        Stream<BigDecimal> each = one == null ? points.numbers().values().stream() : Stream.of(one);
        Stream<BigDecimal> gains = each.map(BigDecimal.ZERO::max);
        return field.type() == FieldType.MULTI_SELECT
                ? gains.reduce(BigDecimal.ZERO, BigDecimal::add)
                : gains.reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
