package org.crmagent.tool;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the road and the catalogue must know of a tool beyond its types. It also makes the class a bean. */
@Stereotype
@Dependent
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ToolSpec {

    /** A few words for people, e.g. {@code List campaigns}. */
    String title();

    /** What a model reads to choose the tool: what it does, when to use it, what it does not do. At most 1,000 characters. */
    String description();

    /** Decides whether {@code dryRun} is published, and whether idempotency and the writable-organization rule apply. */
    Risk risk();

    /** False only for the tool that finds the organization: then {@code organizationId} must be absent. */
    boolean organization() default true;

    /** True when applying needs {@code confirm: true}. */
    boolean confirm() default false;

    /**
     * True when the input takes {@code expectedVersion}; the tool then calls {@link Call#checkVersion} once it has read
     * what it changes, and the road treats a forgotten check as a bug.
     */
    boolean versioned() default false;

    /** At least two calls that run on the demo data. */
    Example[] examples();

    /** One call that runs on the demo data. */
    @interface Example {
        /** What the call is for, one sentence. */
        String description();

        /** The {@code input} as JSON text. */
        String input();
    }
}
