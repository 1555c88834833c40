package org.crmagent.schema;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.lang.reflect.AnnotatedType;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** Checks what {@code @Doc} says of a member against what its type needs and takes. */
record Bounds(Member member, Doc doc, boolean input, Set<String> found) {

    void check() {
        Kind kind = Kind.of(member.javaType());
        Facets facets = Facets.of(doc);
        Kind content = content(kind);
        require(kind.bounded() || (!facets.hasMin() && !facets.hasMax()), "has min or max, which its type has not");
        require(doc.min() <= doc.max(), "has a min above its max");
        require(kind != Kind.STRING || facets.boundsText(), "is a string without max, pattern or format");
        require((kind != Kind.LIST && kind != Kind.MAP) || facets.hasMax(), "is a list or map without max");
        require(!input || kind != Kind.JSON_OBJECT || facets.hasMax(), "is an object without max");
        require(!input || kind != Kind.JSON_VALUE || facets.hasMax(), "is a JSON value without max");
        require(
                content != Kind.STRING || contentFacets(kind).boundsText(),
                "holds strings without itemMax, pattern or format");
        boolean numbers = kind == Kind.NUMBER_OR_MAP;
        require(!numbers || (input && doc.itemMax() > 0), "is a number or map, which only inputs can be, with itemMax");
        boolean values = content == Kind.JSON_VALUE || kind == Kind.JSON_OBJECT || numbers;
        require(!input || !values || doc.itemMax() > 0, "holds JSON values without itemMax");
        boolean wholes = kind == Kind.MAP && content == Kind.INTEGER;
        require(
                content == Kind.STRING || values || wholes || doc.itemMax() == 0,
                "has itemMax but holds no strings or whole numbers");
        require(
                doc.itemMin() == Long.MIN_VALUE || (wholes && doc.itemMin() <= doc.itemMax()),
                "has itemMin but holds no whole numbers up to an itemMax");
        require(!doc.unique() || kind == Kind.LIST, "is unique but no list");
        boolean text = kind == Kind.STRING || (kind == Kind.LIST && content == Kind.STRING);
        require(
                doc.pattern().isEmpty() || text || kind == Kind.MAP || kind == Kind.JSON_OBJECT,
                "has a pattern but no strings to match");
        require(doc.format().isEmpty() || text, "has a format but no strings to have it");
        require(doc.format().isEmpty() || Formats.known(doc.format()), "has a format that nothing asserts");
        if (patternCompiles()) {
            byDefault();
        }
    }

    private @Nullable Kind content(Kind kind) {
        AnnotatedType type = member.type();
        return switch (kind) {
            case LIST -> Kind.of(Member.argument(type, 0).getType());
            case MAP -> Kind.of(Member.argument(type, 1).getType());
            default -> null;
        };
    }

    private Facets contentFacets(Kind kind) {
        return kind == Kind.LIST ? Facets.ofItems(doc) : Facets.ofValues(doc);
    }

    private boolean patternCompiles() {
        try {
            Keywords.ecma(doc.pattern());
            return true;
        } catch (PatternSyntaxException e) {
            found.add(member + " has a pattern that does not compile: " + e.getDescription() + ".");
            return false;
        }
    }

    private void byDefault() {
        if (doc.byDefault().isEmpty()) {
            return;
        }
        require(input, "has a default, which only inputs can have");
        require(member.nullable() || !input, "has a default but is required: mark it @Nullable");
        try {
            JsonObject schema = new Publisher(member.owner(), input).member(member);
            require(
                    Checker.of(schema)
                            .check(Publisher.parse(doc.byDefault()), "")
                            .isEmpty(),
                    "has a default that its own schema refuses");
        } catch (JsonException e) {
            found.add(member + " has a default that is not JSON: " + doc.byDefault() + ".");
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            found.add(member + " " + otherwise + ".");
        }
    }
}
