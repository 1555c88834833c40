package org.crmagent.schema;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Risk;
import org.jspecify.annotations.Nullable;

/** A record with a component of every type that an output can have, but for Optional, which is never bound. */
record Written(
        @Doc("Id.") UUID id,
        @Doc(value = "Text.", max = 50) @Nullable String text,
        @Doc("Kind.") Risk risk,
        @Doc("Flag.") boolean flag,
        @Doc("Day.") @Nullable LocalDate day,
        @Doc("Moment.") @Nullable Instant at,
        @Doc("Time.") LocalTime from,
        @Doc(value = "Ratio.", min = 0, max = 1) double ratio,
        @Doc("Amount.") @Nullable BigDecimal amount,
        @Doc("Count.") long count,
        @Doc(value = "Counts.", max = 4) Map<Risk, Integer> counts,

        @Doc(value = "Custom.", max = 4, pattern = "^[a-z_]{1,8}$")
        Map<String, JsonValue> custom,

        @Doc(value = "Parts.", max = 3) List<Sample.Part> parts) {}
