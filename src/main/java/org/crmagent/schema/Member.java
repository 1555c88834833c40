package org.crmagent.schema;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record, with {@link Change} and {@link Optional} taken off its type.
 *
 * @param owner the record
 * @param name the component's and the JSON member's name
 * @param type the type of the value
 * @param nullable marked {@code @Nullable}
 * @param change was a {@link Change}
 * @param optional was an {@link Optional}
 * @param flat marked {@link Flat}
 * @param doc null where the component has none, which is a fault
 */
record Member(
        Class<?> owner,
        String name,
        AnnotatedType type,
        boolean nullable,
        boolean change,
        boolean optional,
        boolean flat,
        @Nullable Doc doc) {

    /** One a component, in order. */
    static List<Member> of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(Member::of).toList();
    }

    /** One a member of the JSON object, in order: those of flat components stand in their place. */
    static List<Member> published(Class<?> record) {
        return of(record).stream()
                .flatMap(member -> member.flat() && member.kind() == Kind.RECORD
                        ? published(Kind.rawClass(member.javaType())).stream()
                        : Stream.of(member))
                .toList();
    }

    private static Member of(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        Class<?> raw = Kind.rawClass(type.getType());
        boolean change = raw == Change.class;
        boolean optional = raw == Optional.class;
        return new Member(
                component.getDeclaringRecord(),
                component.getName(),
                (change || optional) && type.getType() instanceof ParameterizedType ? argument(type, 0) : type,
                type.isAnnotationPresent(Nullable.class),
                change,
                optional,
                component.isAnnotationPresent(Flat.class),
                component.getAnnotation(Doc.class));
    }

    Type javaType() {
        return type.getType();
    }

    /** Null where records may not use the type. */
    @Nullable
    Kind kind() {
        return Kind.find(javaType());
    }

    /** The bounds and the description; a component must have them when its schema is made. */
    Doc facets() {
        if (doc == null) {
            throw new IllegalStateException(this + " has no @Doc");
        }
        return doc;
    }

    /** The n-th type argument of a generic type. */
    static AnnotatedType argument(AnnotatedType type, int n) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[n];
    }

    static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** As faults name it: the record with the classes around it, a dot, the component. */
    @Override
    public String toString() {
        String inPackage = owner.getName().substring(owner.getPackageName().length() + 1);
        return inPackage.replace('$', '.') + "." + name;
    }
}
