package org.crmagent.schema;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.text.Json;

/**
 * Reads a number only as far as every JSON reader would (RFC 7493 section 2.2), without ever computing with more digits or a
 * larger exponent than that: the text may be a megabyte long.
 */
final class StrictNumber {
    private static final long LARGEST_INTEGER = 9_007_199_254_740_991L;
    private static final int MOST_DIGITS = 17;
    private static final int GREATEST_EXPONENT = 308;
    private static final int LEAST_EXPONENT = -324;
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Double.MAX_VALUE);

    private StrictNumber() {}

    static JsonNumber of(String text, StrictWalk walk) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        String mantissa = e < 0 ? text : text.substring(0, e);
        int dot = mantissa.indexOf('.');
        String digits = mantissa.replace("-", "").replace(".", "");
        int first = 0;
        int end = digits.length();
        while (first < end && digits.charAt(first) == '0') {
            first++;
        }
        while (end > first && digits.charAt(end - 1) == '0') {
            end--;
        }
        if (first == end) {
            return Json.createValue(0L);
        }
        int decimals = dot < 0 ? 0 : mantissa.length() - dot - 1;
        long exponent = (e < 0 ? 0 : exponent(text.substring(e + 1))) - decimals + (digits.length() - end);
        if (end - first > MOST_DIGITS) {
            throw walk.refusal(
                    "number_too_precise",
                    "the number has more than " + MOST_DIGITS + " significant digits: round it, or send it as text");
        }
        long magnitude = exponent + (end - first) - 1;
        if (magnitude > GREATEST_EXPONENT || magnitude < LEAST_EXPONENT) {
            throw tooLarge(walk);
        }
        long unscaled = Long.parseLong(digits, first, end, 10);
        BigDecimal value = BigDecimal.valueOf(mantissa.startsWith("-") ? -unscaled : unscaled, (int) -exponent);
        return inRange(value, dot < 0 && e < 0, walk);
    }

    private static JsonNumber inRange(BigDecimal value, boolean written, StrictWalk walk) {
        BigDecimal magnitude = value.abs();
        boolean small = magnitude.compareTo(BigDecimal.valueOf(LARGEST_INTEGER)) <= 0;
        if ((written && !small) || magnitude.compareTo(GREATEST) > 0 || magnitude.doubleValue() == 0) {
            throw tooLarge(walk);
        }
        return small && value.scale() <= 0 ? Json.createValue(value.longValueExact()) : Json.createValue(value);
    }

    private static Refusal tooLarge(StrictWalk walk) {
        return walk.refusal(
                "number_out_of_range",
                "the number is beyond what JSON readers share (integers up to ±9007199254740991, others up to ±1.8e308, "
                        + "none nearer to 0 than 5e-324): send it as text");
    }

    /** The exponent as written or, when it is longer than any that could count, one that is surely too large. */
    private static long exponent(String text) {
        boolean negative = text.startsWith("-");
        String digits = text.replaceFirst("^[+-]?0*", "");
        long value = digits.isEmpty() ? 0 : digits.length() > 9 ? 9_999_999_999L : Long.parseLong(digits);
        return negative ? -value : value;
    }
}
