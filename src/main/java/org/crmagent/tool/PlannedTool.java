package org.crmagent.tool;

/**
 * A tool that touches a set of rows: it first decides in one statement what would be touched and why the rest would
 * not, then applies just that. The road stops after the plan in a dry run and answers a preview token; before applying
 * it compares the preview token and {@code expectedCount} with the plan.
 *
 * @param <I> the input
 * @param <O> the output, the same for the plan and for what was done
 */
public interface PlannedTool<I extends Record, O extends Record> extends Tool<I, O> {

    /**
     * Decides without changing a persistent row (temporary tables are fine).
     *
     * @param input valid input
     * @param call the circumstances of this call
     * @return what would be done
     * @throws Refusal as {@link Tool#run}
     */
    Plan<O> plan(I input, Call call);

    /**
     * Does just what the plan says, in the transaction that made it.
     *
     * @param input valid input
     * @param plan what {@link #plan} returned a moment ago
     * @param call the circumstances of this call
     * @return what was done, with the figures of the plan
     */
    Result<O> apply(I input, Plan<O> plan, Call call);

    @Override
    default Result<O> run(I input, Call call) {
        return apply(input, plan(input, call), call);
    }
}
