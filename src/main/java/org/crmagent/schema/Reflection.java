package org.crmagent.schema;

import jakarta.json.JsonValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a record class is made and taken apart, found out once per class. */
final class Reflection {
    private static final ClassValue<Reflection> CACHE = new ClassValue<>() {
        @Override
        protected Reflection computeValue(Class<?> record) {
            return new Reflection(record);
        }
    };

    private final List<Member> members;
    private final List<MethodHandle> accessors = new ArrayList<>();
    private final MethodHandle constructor;
    private volatile @Nullable List<Function<JsonValue, Object>> readers;

    private Reflection(Class<?> record) {
        members = Member.of(record);
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            for (RecordComponent component : components) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                accessors.add(MethodHandles.lookup()
                        .unreflect(accessor)
                        .asType(MethodType.methodType(Object.class, Object.class)));
            }
            Constructor<?> canonical = record.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            constructor = MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record + " can't be reached", e);
        }
    }

    static Reflection of(Class<?> record) {
        return CACHE.get(record);
    }

    List<Member> members() {
        return members;
    }

    /** Made on first use, because only records that are bound need to be readable. */
    List<Function<JsonValue, Object>> readers() {
        List<Function<JsonValue, Object>> made = readers;
        if (made == null) {
            made = members.stream().map(member -> Binder.reader(member.type())).toList();
            readers = made;
        }
        return made;
    }

    Object create(@Nullable Object[] values) {
        try {
            return constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's constructor can't throw a checked exception", e);
        }
    }

    @Nullable
    Object get(int component, Object record) {
        try {
            return accessors.get(component).invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's accessor can't throw a checked exception", e);
        }
    }
}
