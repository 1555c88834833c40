package org.crmagent.model.qualification;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crmagent.tool.NumberOrMap;
import org.jspecify.annotations.Nullable;

/**
 * What values are worth by a form.
 *
 * @param total the sum of the parts; null where the form gives no points for anything
 * @param most the most that the form can give
 * @param parts points by key, of each field that gives points and has a value, in the order of the form
 */
public record Score(@Nullable BigDecimal total, BigDecimal most, Map<String, BigDecimal> parts) {

    /** Scores values that fit the form. */
    public static Score of(List<QualificationField> fields, JsonObject values) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        BigDecimal total = null;
        BigDecimal most = BigDecimal.ZERO;
        for (QualificationField field : fields) {
            NumberOrMap points = field.score();
            if (points == null) {
                continue;
            }
            total = total == null ? BigDecimal.ZERO : total;
            most = most.add(greatest(field, points));
            JsonValue value = values.getOrDefault(field.key(), JsonValue.NULL);
            if (value != JsonValue.NULL) {
                BigDecimal added = added(points, value);
                total = total.add(added);
                parts.put(field.key(), added);
            }
        }
        return new Score(total, most, Collections.unmodifiableMap(parts));
    }

    /** True where a score that was stored is the one that the form gives now. */
    public boolean is(@Nullable BigDecimal stored) {
        if (stored == null || total == null) {
            return stored == null && total == null;
        }
        return stored.compareTo(total) == 0;
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
