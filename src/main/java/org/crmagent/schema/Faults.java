package org.crmagent.schema;

import java.lang.reflect.AnnotatedType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crmagent.tool.Doc;

/** Looks through a record and all it holds for what the contract does not allow in a published schema. */
final class Faults {
    private static final int DEEPEST = 10;

    private final boolean input;
    private final Set<String> found = new LinkedHashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    Faults(boolean input) {
        this.input = input;
    }

    List<String> of(Class<?> record) {
        Set<String> names = new HashSet<>();
        for (Member member : Member.published(record)) {
            require(names.add(member.name()), member, "has the name of another member");
            if (input && Controls.names().contains(member.name())) {
                found.add(member + " has the name of a control member, which @ToolSpec declares.");
            }
        }
        record(record, 1);
        return new ArrayList<>(found);
    }

    private void record(Class<?> record, int level) {
        if (!open.contains(record)) {
            open.push(record);
            Member.of(record).forEach(member -> member(member, level));
            open.pop();
        }
    }

    private void member(Member member, int level) {
        Doc doc = member.doc();
        if (member.flat()) {
            flat(member, level);
            return;
        }
        if (doc == null) {
            found.add(member + " has no @Doc.");
            return;
        }
        require(!doc.value().isBlank(), member, "has a blank description");
        require(input || !member.change(), member, "is a Change, which only inputs can be");
        require(!input || !member.optional(), member, "is an Optional, which only outputs can be: mark it @Nullable");
        require(!(member.change() && member.nullable()), member, "is a Change, which is never null itself");
        int before = found.size();
        type(member, member.type(), doc, level);
        if (found.size() == before) {
            new Bounds(member, doc, input, found).check();
        }
    }

    private void flat(Member member, int level) {
        require(member.doc() == null, member, "is flat, so that nobody sees its @Doc");
        boolean record = member.kind() == Kind.RECORD && !member.nullable();
        require(record, member, "is flat, which only a record that is never null can be");
        if (record) {
            record(Kind.rawClass(member.javaType()), level);
        }
    }

    private void type(Member member, AnnotatedType type, Doc doc, int level) {
        Kind kind = Kind.find(type.getType());
        if (kind == null) {
            found.add(member + " has the type " + type.getType().getTypeName() + ", which has no JSON form.");
            return;
        }
        switch (kind) {
            case RECORD -> nested(member, type, level + 1);
            case LIST -> item(member, Member.argument(type, 0), doc, level + 1);
            case MAP -> {
                Kind key = Kind.find(Member.argument(type, 0).getType());
                require(
                        key == Kind.STRING || key == Kind.ENUM || key == Kind.UUID,
                        member,
                        "has keys that are no String, enum or UUID");
                require(
                        key != Kind.STRING || !doc.pattern().isEmpty(),
                        member,
                        "has String keys without a pattern to bound them");
                item(member, Member.argument(type, 1), doc, level + 1);
            }
            default -> {}
        }
    }

    private void item(Member member, AnnotatedType type, Doc doc, int level) {
        require(level <= DEEPEST, member, "lies deeper than " + DEEPEST + " levels");
        Kind kind = Kind.find(type.getType());
        require(kind != Kind.LIST && kind != Kind.MAP, member, "holds lists or maps directly: put a record between");
        require(
                Kind.rawClass(member.javaType()) != List.class || !Member.isNullable(type),
                member,
                "is a list that may hold nulls");
        if (kind != Kind.LIST && kind != Kind.MAP) {
            type(member, type, doc, level);
        }
    }

    private void nested(Member member, AnnotatedType type, int level) {
        Class<?> record = Kind.rawClass(type.getType());
        require(level <= DEEPEST, member, "lies deeper than " + DEEPEST + " levels");
        boolean direct = member.kind() == Kind.RECORD || Member.isNullable(type);
        require(
                !direct || !Recursion.of(record).contains(record),
                member,
                "refers to a record that holds itself: only lists and maps of non-null ones can");
        if (level <= DEEPEST) {
            record(record, level);
        }
    }

    private void require(boolean holds, Member member, String otherwise) {
        if (!holds) {
            found.add(member + " " + otherwise + ".");
        }
    }
}
