package org.crmagent.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Json;

/**
 * The last row of a page, from which the next one goes on by key: it costs the same at any depth and survives inserts and
 * deletes. Opaque to callers, and of no use with another filter or sort. Not signed: what it holds are values to compare
 * with, which the caller could as well have asked for.
 *
 * @param segment which part of the order the row lies in, from 0; orders that are one index range have only one
 * @param key the row's sort value as text (a moment as ISO 8601); empty where the segment is ordered by id alone
 * @param id the row's id, which breaks ties
 */
public record Cursor(int segment, String key, UUID id) {
    /** Characters of a cursor. */
    public static final String PATTERN = "^[A-Za-z0-9_-]{1,2000}$";

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final int BYTES_OF_SEAL = 9;
    private static final int LONGEST_KEY = 1_000;

    /** What a timestamptz can hold. */
    private static final Instant EARLIEST = Instant.parse("-4712-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+294276-01-01T00:00:00Z");

    /**
     * As callers get it.
     *
     * @param list what the cursor is good for: tool, organization, sort and every criterion, as one text
     */
    public String write(String list) {
        String json = Json.createArrayBuilder()
                .add(seal(list))
                .add(segment)
                .add(key)
                .add(id.toString())
                .build()
                .toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #write} made.
     *
     * @param list what the present call lists
     * @throws Refusal {@code validation_failed} when it was made for another list, or is no cursor at all
     */
    public static Cursor read(String text, String list) {
        try (JsonReader reader = Json.createReader(
                new StringReader(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)))) {
            JsonArray parts = reader.readArray();
            Cursor cursor = new Cursor(parts.getInt(1), parts.getString(2), UUID.fromString(parts.getString(3)));
            if (parts.getString(0).equals(seal(list)) && cursor.segment >= 0 && cursor.isText()) {
                return cursor;
            }
        } catch (JsonException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException noCursor) {
            throw foreign();
        }
        throw foreign();
    }

    /**
     * The key as a moment.
     *
     * @throws Refusal {@code validation_failed} when it is none, so that a made-up cursor never reaches the database
     */
    public Instant instant() {
        try {
            Instant moment = Instant.parse(key);
            if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException noMoment) {
            throw foreign();
        }
        throw foreign();
    }

    /**
     * The key as a whole number.
     *
     * @throws Refusal {@code validation_failed} when it is none
     */
    public long number() {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException noNumber) {
            throw foreign();
        }
    }

    /**
     * The key as a decimal number.
     *
     * @throws Refusal {@code validation_failed} when it is none
     */
    public BigDecimal decimal() {
        if (!DECIMAL.matcher(key).matches()) {
            throw foreign();
        }
        return new BigDecimal(key);
    }

    /** Text that PostgreSQL takes: no NUL, no half of a pair. */
    private boolean isText() {
        return key.length() <= LONGEST_KEY
                && key.codePoints().noneMatch(each -> each == 0 || (each >= 0xD800 && each <= 0xDFFF));
    }

    private static Refusal foreign() {
        return new Refusal(
                ErrorCode.VALIDATION_FAILED,
                "The cursor belongs to another filter or sort: start again without a cursor.",
                List.of(new Violation(
                        "/input/cursor",
                        "foreign_cursor",
                        "give the nextCursor of the same tool with the same filter and sort, or none",
                        null)));
    }

    private static String seal(String list) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES_OF_SEAL));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
