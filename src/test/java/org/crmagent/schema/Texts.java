package org.crmagent.schema;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/** Invents texts with the length, format or pattern that a schema asks for. */
final class Texts {
    private static final String[] LETTERS = {"a", "Z", "0", "é", "œ", " ", "\"", "\\", "/", "~", "\n", "😀", "中"};

    private final Random random;

    Texts(Random random) {
        this.random = random;
    }

    String text(JsonObject schema) {
        if (schema.containsKey("format")) {
            return ofFormat(schema.getString("format"));
        }
        if (schema.containsKey("pattern")) {
            return new PatternText(schema.getString("pattern"), random).next();
        }
        int min = schema.getInt("minLength", 0);
        int max = schema.getInt("maxLength", min + 20);
        int length = switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            default -> min + random.nextInt(Math.min(max - min, 40) + 1);
        };
        return ofLength(length);
    }

    /** Counted in code points, some of them two chars long. */
    String ofLength(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private String ofFormat(String format) {
        return switch (format) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> LocalDate.ofEpochDay(random.nextInt(40_000)).toString();
            case "date-time" -> dateTime();
            case "email" -> "name" + random.nextInt(1_000) + "@example.com";
            case "uri" -> "https://example.com/" + random.nextInt(1_000);
            default -> throw new AssertionError("no value for the format " + format);
        };
    }

    private String dateTime() {
        String utc = Instant.ofEpochSecond(random.nextInt()).toString();
        String local = utc.substring(0, utc.length() - 1);
        return switch (random.nextInt(3)) {
            case 0 -> utc;
            case 1 -> local + "+05:30";
            default -> local + ".123456789-11:00";
        };
    }
}
