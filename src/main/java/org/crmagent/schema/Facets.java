package org.crmagent.schema;

import jakarta.json.JsonObjectBuilder;
import org.crmagent.tool.Doc;

/** The bounds of one value: of a member itself, or of what a list or map holds. */
record Facets(long min, long max, String pattern, String format, boolean unique) {
    private static final long LARGEST_SHARED_INTEGER = 9_007_199_254_740_991L;

    /** Of the member itself. A list's or map's pattern and format are its strings' or keys'. */
    static Facets of(Doc doc) {
        return new Facets(doc.min(), doc.max(), doc.pattern(), doc.format(), doc.unique());
    }

    /** Of each item of a list. */
    static Facets ofItems(Doc doc) {
        return new Facets(Long.MIN_VALUE, itemMax(doc), doc.pattern(), doc.format(), false);
    }

    /** Of each value of a map. */
    static Facets ofValues(Doc doc) {
        return new Facets(doc.itemMin(), itemMax(doc), "", "", false);
    }

    /** Of each key of a map of strings. */
    static Facets ofKeys(Doc doc) {
        return new Facets(Long.MIN_VALUE, Long.MAX_VALUE, doc.pattern(), "", false);
    }

    private static long itemMax(Doc doc) {
        return doc.itemMax() == 0 ? Long.MAX_VALUE : doc.itemMax();
    }

    boolean hasMin() {
        return min != Long.MIN_VALUE;
    }

    boolean hasMax() {
        return max != Long.MAX_VALUE;
    }

    /** True when a string can't grow without end. */
    boolean boundsText() {
        return hasMax() || !pattern.isEmpty() || !format.isEmpty();
    }

    void range(JsonObjectBuilder schema, String least, String greatest) {
        if (hasMin()) {
            schema.add(least, min);
        }
        if (hasMax()) {
            schema.add(greatest, max);
        }
    }

    void text(JsonObjectBuilder schema) {
        range(schema, "minLength", "maxLength");
        if (!pattern.isEmpty()) {
            schema.add("pattern", pattern);
        }
        if (!format.isEmpty()) {
            schema.add("format", format);
        }
    }

    /** What is not declared is what the Java type and JSON readers can hold. */
    Facets within(Class<?> integer) {
        long most = integer == int.class || integer == Integer.class ? Integer.MAX_VALUE : LARGEST_SHARED_INTEGER;
        return new Facets(hasMin() ? min : -most, hasMax() ? max : most, pattern, format, unique);
    }
}
