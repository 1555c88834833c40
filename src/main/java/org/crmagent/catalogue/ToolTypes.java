package org.crmagent.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Set;
import org.crmagent.tool.AskingTool;
import org.crmagent.tool.PlannedTool;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;

/**
 * What a tool's class says of it: name, declaration, input and output record.
 *
 * @param name the class's simple name in snake_case
 */
public record ToolTypes<I extends Record, O extends Record>(
        String name, ToolSpec spec, Class<I> input, Class<O> output) {
    private static final Set<Type> PORTS = Set.of(Tool.class, PlannedTool.class, AskingTool.class);

    /**
     * Reads the class of a tool.
     *
     * @throws IllegalArgumentException when it lacks {@link ToolSpec} or does not name its records
     */
    @SuppressWarnings("unchecked") // the type arguments of Tool are bounded by Record
    public static <I extends Record, O extends Record> ToolTypes<I, O> of(Class<?> type) {
        ToolSpec spec = type.getAnnotation(ToolSpec.class);
        if (spec == null) {
            throw new IllegalArgumentException(type.getName() + " lacks @ToolSpec");
        }
        for (Type candidate : type.getGenericInterfaces()) {
            if (candidate instanceof ParameterizedType generic
                    && PORTS.contains(generic.getRawType())
                    && generic.getActualTypeArguments()[0] instanceof Class<?> input
                    && generic.getActualTypeArguments()[1] instanceof Class<?> output) {
                return new ToolTypes<>(snakeCase(type.getSimpleName()), spec, (Class<I>) input, (Class<O>) output);
            }
        }
        throw new IllegalArgumentException(type.getName()
                + " does not implement Tool, PlannedTool or AskingTool directly, with its records as arguments");
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
