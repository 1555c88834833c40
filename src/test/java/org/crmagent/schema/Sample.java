package org.crmagent.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Risk;
import org.jspecify.annotations.Nullable;

/** A record with a component of every type that an input can have. */
record Sample(
        @Doc(value = "Text.", min = 1, max = 5) String name,
        @Doc("Id.") UUID id,
        @Doc(value = "Number.", min = 1, max = 100) int count,
        @Doc("Kind.") @Nullable Risk risk,
        @Doc("Flag.") @Nullable Boolean flag,
        @Doc("Day.") @Nullable LocalDate day,
        @Doc("Moment.") @Nullable Instant at,
        @Doc("Time.") @Nullable LocalTime from,
        @Doc(value = "Amount.", min = 0, max = 10) @Nullable BigDecimal amount,

        @Doc(value = "Tags.", max = 3, itemMax = 4, unique = true) @Nullable
        List<String> tags,

        @Doc(value = "Ids.", max = 3, unique = true) @Nullable
        List<UUID> ids,

        @Doc(value = "Weights.", max = 3, min = 0, itemMin = 1, itemMax = 100) @Nullable
        Map<UUID, Integer> weights,

        @Doc(value = "Note.", max = 10) Change<String> note,
        @Doc(value = "Parts.", max = 2) @Nullable List<Part> parts,
        @Flat Place place) {

    /** Stands among the members of its holder. */
    record Place(
            @Doc(value = "City.", max = 6) @Nullable String city,
            @Doc("Floor.") @Nullable Integer floor) {}

    /** Holds itself. */
    record Part(
            @Doc(value = "Label.", max = 8) String label,
            @Doc(value = "Parts.", max = 2) @Nullable List<Part> parts) {}
}
