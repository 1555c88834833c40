package org.crmagent.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crmagent.tool.Spelled;

/** How enum constants are written in JSON: lower snake_case, unless they are {@link Spelled} otherwise. */
final class EnumNames {
    private EnumNames() {}

    static String of(Enum<?> constant) {
        return constant instanceof Spelled spelled
                ? spelled.spelling()
                : constant.name().toLowerCase(Locale.ROOT);
    }

    static List<String> all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }
}
