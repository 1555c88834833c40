package org.crmagent.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How enum constants are written in JSON and SQL: lower snake_case. */
final class EnumNames {
    private EnumNames() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<String> all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }
}
