package org.crmagent.tool;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tool that, where its input says so, asks a server outside before it does its work. The road makes the question in a short
 * transaction that keeps nothing, asks with no transaction, lock or connection held, and then runs the tool in one
 * transaction as any other. A repeated {@code requestId} that was answered before, and a dry run, ask nothing.
 *
 * @param <I> the input
 * @param <O> the output
 */
public interface AskingTool<I extends Record, O extends Record> extends Tool<I, O> {

    /** The boolean member of the input that, when true, has the tool ask. */
    String askedBy();

    /**
     * Makes the question from what is stored now, without changing a row.
     *
     * @param input valid input
     * @param call the circumstances of this call
     * @return empty where nothing need be asked
     * @throws Refusal as {@link Tool#run}, which will say so again: nothing is asked then
     */
    Optional<JsonObject> question(I input, Call call);

    /**
     * Asks. Runs without a transaction.
     *
     * @param trace to be passed on to whoever is asked; null where the caller gave none
     * @return the answer as it came, bounded; the road reads it as strictly as any caller's JSON
     * @throws Unanswered when there is none
     */
    byte[] ask(JsonObject question, @Nullable Trace trace);

    /**
     * Does the work. What is stored may have changed since the question was made.
     *
     * @param asked null where nothing was asked
     */
    Result<O> run(I input, Call call, @Nullable Asked asked);

    @Override
    default Result<O> run(I input, Call call) {
        return run(input, call, null);
    }
}
