package org.crmagent.call;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crmagent.tool.Flat;
import org.jspecify.annotations.Nullable;

/** The components behind the members of an input, those of flat ones in their place. */
final class Components {

    private Components() {}

    static Map<String, RecordComponent> of(Class<?> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Flat.class)) {
                components.putAll(of(component.getType()));
            } else {
                components.put(component.getName(), component);
            }
        }
        return components;
    }

    /** The record that a member is, or a list, map or change of; null where it is none. */
    static @Nullable Class<?> record(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return record(arguments[arguments.length - 1]);
        }
        return type instanceof Class<?> raw && raw.isRecord() ? raw : null;
    }
}
