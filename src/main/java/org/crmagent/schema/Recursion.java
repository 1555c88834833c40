package org.crmagent.schema;

import java.lang.reflect.AnnotatedType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the records that hold themselves: those are published once and referred to, all others are written out. */
final class Recursion {
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final Set<Class<?>> done = new HashSet<>();
    private final Set<Class<?>> found = new LinkedHashSet<>();

    private Recursion() {}

    static Set<Class<?>> of(Class<?> record) {
        Recursion recursion = new Recursion();
        recursion.visit(record);
        return recursion.found;
    }

    private void visit(Class<?> record) {
        if (open.contains(record)) {
            found.add(record);
        } else if (done.add(record)) {
            open.push(record);
            Member.of(record).forEach(member -> visit(member.type()));
            open.pop();
        }
    }

    private void visit(AnnotatedType type) {
        Kind kind = Kind.find(type.getType());
        if (kind == Kind.RECORD) {
            visit(Kind.rawClass(type.getType()));
        } else if (kind == Kind.LIST) {
            visit(Member.argument(type, 0));
        } else if (kind == Kind.MAP) {
            visit(Member.argument(type, 1));
        }
    }
}
