package org.crmagent.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes and bounds one member of an input or output; what it says is published in the JSON Schema and enforced.
 *
 * <p>Bounds apply to what the component's type makes of them: characters (code points, as JSON Schema counts) of a string,
 * value of a number, items of a list, entries of a map.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {

    /** Meaning, unit, default and rules across members, for a model. Never empty. */
    String value();

    /** Least length, value or number of items; unset: no least (strings and lists of inputs may be empty). */
    long min() default Long.MIN_VALUE;

    /** Greatest length, value or number of items. Strings need it unless a pattern or a format bounds them; lists and maps of inputs always. */
    long max() default Long.MAX_VALUE;

    /** ECMA-262 regular expression of a string, or of each string of a list, or of the keys of a map. */
    String pattern() default "";

    /** JSON Schema format of a string without a type of its own ({@code email}, {@code uri}); UUID, date and time types set theirs. */
    String format() default "";

    /** Greatest length of each string of a list or map, or greatest whole number of a map of such; 0: unset. */
    int itemMax() default 0;

    /** Least whole number of a map of such; needs {@link #itemMax}. */
    long itemMin() default Long.MIN_VALUE;

    /** Default as JSON text, published; the tool applies it by reading null as this value. */
    String byDefault() default "";

    /** True where the member holds personal data (search texts, values, answers): the audit log masks it. */
    boolean personal() default false;

    /** True when a list may hold each item only once. */
    boolean unique() default false;
}
