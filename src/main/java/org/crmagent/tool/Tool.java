package org.crmagent.tool;

/**
 * One verb of the agent API. The class's simple name in snake_case is the tool's name, its package is its family, and
 * its type arguments, nested records by custom, are published as the tool's schemas. Implementations are CDI beans
 * annotated with {@link ToolSpec}; they are found, never registered.
 *
 * <p>The road has already checked the caller, the organization, the schema, confirmation and idempotency when
 * {@link #run} is called, and runs it inside a transaction bound to the organization.
 *
 * @param <I> the input: every component carries a {@link Doc}; the control members ({@code dryRun}, {@code confirm},
 *     {@code previewToken}, {@code expectedCount}, {@code expectedVersion}) are no components, {@link ToolSpec}
 *     declares them
 * @param <O> what a successful answer holds in {@code data.data}
 */
public interface Tool<I extends Record, O extends Record> {

    /**
     * Rules across members that a JSON Schema of the published subset can't say. Each must stand in a member's
     * description. Runs without I/O, before confirmation; everything added is answered as {@code validation_failed}.
     *
     * @param input schema-valid input
     * @param violations collects what is broken; pointers are relative to the input ({@code /endsOn})
     */
    default void check(I input, Violations violations) {}

    /**
     * Does the work, or finds the answer. A dry run of a single write calls this too and rolls back.
     *
     * @param input valid input
     * @param call the circumstances of this call
     * @return the result; its summary is one sentence with the figures in it, without stored free text
     * @throws Refusal when an id does not exist, a version or state is in the way, a name is taken
     */
    Result<O> run(I input, Call call);
}
