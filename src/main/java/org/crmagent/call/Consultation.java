package org.crmagent.call;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.crmagent.catalogue.Entry;
import org.crmagent.schema.StrictJson;
import org.crmagent.store.Binding;
import org.crmagent.store.Binding.Purpose;
import org.crmagent.store.TimeLimits.Reach;
import org.crmagent.tool.Asked;
import org.crmagent.tool.AskingTool;
import org.crmagent.tool.Call;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Trace;
import org.crmagent.tool.Unanswered;
import org.jspecify.annotations.Nullable;

/**
 * What a tool asks outside before its transaction. Its question is made in a transaction of its own, which has ended before
 * anybody is asked.
 */
@ApplicationScoped
public class Consultation {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    Binding binding;

    @Inject
    Gate gate;

    @Inject
    Idempotency idempotency;

    /** True where a call asks at all. */
    static boolean isDue(Entry<?, ?> entry, Attempt attempt) {
        return entry.tool() instanceof AskingTool<?, ?> asking
                && !attempt.dryRun()
                && attempt.passable().flag(asking.askedBy());
    }

    /**
     * The question of a call that asks.
     *
     * @return empty where the tool has none, or where the call was answered before or will be refused: the passage says so
     *     then, in its own order
     */
    @Transactional
    public <I extends Record, O extends Record> Optional<JsonObject> question(Entry<I, O> entry, Attempt attempt) {
        Request request = attempt.passable();
        binding.open(request.organizationId(), Reach.SMALL, Purpose.TRY);
        try {
            if (request.organizationId() == null
                    || gate.check(request.organizationId()).suspended()
                    || (request.requestId() != null
                            && idempotency.claim(attempt).isPresent())) {
                return Optional.empty();
            }
            I input = Passage.checked(entry, attempt);
            return ((AskingTool<I, O>) entry.tool())
                    .question(
                            input,
                            new Call(
                                    attempt.toolName,
                                    attempt.caller,
                                    request.organizationId(),
                                    attempt.started,
                                    false,
                                    false,
                                    null));
        } catch (Refusal refused) {
            return Optional.empty();
        } finally {
            transaction.setRollbackOnly();
        }
    }

    /** Asks, and reads the answer as strictly as a caller's body. */
    static Asked asked(AskingTool<?, ?> tool, JsonObject question, @Nullable Trace trace) {
        try {
            return new Asked(question, StrictJson.object(tool.ask(question, trace)), null);
        } catch (Unanswered none) {
            return new Asked(question, null, none.why());
        } catch (Refusal unreadable) {
            return new Asked(question, null, "its answer can't be read as one JSON object");
        }
    }
}
