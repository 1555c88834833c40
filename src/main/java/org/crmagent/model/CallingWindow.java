package org.crmagent.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Json;

/** Hours in which a campaign calls, on some days of the week. */
public record CallingWindow(
        @Doc(value = "Days of the week.", min = 1, max = 7, unique = true)
        List<Weekday> days,

        @Doc("First minute, as HH:mm.") LocalTime from,
        @Doc("End, after from, as HH:mm.") LocalTime to) {

    private static final List<Weekday> WORKDAYS =
            List.of(Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY);

    /** When consumers may be called at all (decree 2022-1313): Monday to Friday, 10 to 13 and 14 to 20 h. */
    public static final List<CallingWindow> LEGAL_FOR_CONSUMERS = List.of(
            new CallingWindow(WORKDAYS, LocalTime.of(10, 0), LocalTime.of(13, 0)),
            new CallingWindow(WORKDAYS, LocalTime.of(14, 0), LocalTime.of(20, 0)));

    /** True when both cover the same minute of some day. */
    public boolean overlaps(CallingWindow other) {
        return days.stream().anyMatch(other.days::contains) && from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** True when this day and time lie in it; the end does not. */
    public boolean contains(LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        return days.contains(Weekday.valueOf(local.getDayOfWeek().name())) && !time.isBefore(from) && time.isBefore(to);
    }

    /** True when all of it lies in the hours in which consumers may be called. */
    public boolean legalForConsumers() {
        return Set.copyOf(WORKDAYS).containsAll(days)
                && LEGAL_FOR_CONSUMERS.stream().anyMatch(legal -> !from.isBefore(legal.from) && !to.isAfter(legal.to));
    }

    /** As the column {@code calling_windows} keeps them. */
    public static String write(List<CallingWindow> windows) {
        JsonArrayBuilder written = Json.createArrayBuilder();
        for (CallingWindow window : windows) {
            JsonArrayBuilder days = Json.createArrayBuilder();
            window.days.forEach(day -> days.add(day.name().toLowerCase(Locale.ROOT)));
            written.add(Json.createObjectBuilder()
                    .add("days", days)
                    .add("from", window.from.toString())
                    .add("to", window.to.toString()));
        }
        return written.build().toString();
    }

    /** From the column {@code calling_windows}. */
    public static List<CallingWindow> read(JsonArray windows) {
        return windows.getValuesAs(JsonObject.class).stream()
                .map(window -> new CallingWindow(
                        window.getJsonArray("days")
                                .getValuesAs(day -> Weekday.valueOf(((jakarta.json.JsonString) day)
                                        .getString()
                                        .toUpperCase(Locale.ROOT))),
                        LocalTime.parse(window.getString("from")),
                        LocalTime.parse(window.getString("to"))))
                .toList();
    }
}
