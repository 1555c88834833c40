package org.crmagent.tool;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member that is either one number or an object of numbers. Not a record, because JSON has no object around it.
 * {@code @Doc} bounds each number with min and max, the object's names with itemMax.
 */
public final class NumberOrMap {
    private final @Nullable BigDecimal number;
    private final Map<String, BigDecimal> numbers;

    private NumberOrMap(@Nullable BigDecimal number, Map<String, BigDecimal> numbers) {
        this.number = number;
        this.numbers = numbers;
    }

    /** One number. */
    public static NumberOrMap of(BigDecimal number) {
        return new NumberOrMap(number, Map.of());
    }

    /** Numbers by name, in this order. */
    public static NumberOrMap of(Map<String, BigDecimal> numbers) {
        return new NumberOrMap(null, numbers);
    }

    /** The one number; null where these are several. */
    public @Nullable BigDecimal number() {
        return number;
    }

    /** The numbers by name; empty where it is only one. */
    public Map<String, BigDecimal> numbers() {
        return numbers;
    }

    /** Equal for the same numbers, whatever their spelling: 1 is 1.0. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberOrMap that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        if (number != null) {
            text.append(number.stripTrailingZeros());
        }
        numbers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> text.append('\n')
                        .append(entry.getKey())
                        .append('\t')
                        .append(entry.getValue().stripTrailingZeros()));
        return text.toString();
    }
}
