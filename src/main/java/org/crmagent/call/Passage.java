package org.crmagent.call;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.crmagent.catalogue.Entry;
import org.crmagent.store.Binding;
import org.crmagent.store.Binding.Purpose;
import org.crmagent.store.TimeLimits.Reach;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Source;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;

/**
 * The part of the road that runs in one container-managed transaction: gate, input, confirmation, idempotency, the tool,
 * its record and its audit row. What is thrown rolls all of it back.
 */
@ApplicationScoped
public class Passage {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    Binding binding;

    @Inject
    Gate gate;

    @Inject
    Consent consent;

    @Inject
    Idempotency idempotency;

    @Inject
    Work work;

    @Inject
    Audit audit;

    @Inject
    Source source;

    /**
     * Walks through.
     *
     * @return the answer; its audit row is written, but for a dry run, whose transaction is rolled back
     * @throws Refusal at the first step that says no
     */
    @Transactional
    public <I extends Record, O extends Record> Answer through(Entry<I, O> entry, Attempt attempt) {
        Request request = attempt.passable();
        boolean applies = entry.mutates() && !attempt.dryRun();
        binding.open(request.organizationId(), reach(entry.spec().risk()), purpose(entry, applies));
        boolean suspended = request.organizationId() != null
                && gate.check(request.organizationId()).suspended();
        I input = checked(entry, attempt);
        consent.confirmed(entry, attempt);

        boolean repeatable = applies && request.requestId() != null;
        Optional<Answer> earlier = repeatable ? idempotency.claim(attempt) : Optional.empty();
        if (earlier.isPresent()) {
            audit.write(attempt.ended(Outcome.of(earlier.get(), true)));
            return earlier.get();
        }

        Work.Done done = done(entry, input, attempt, suspended);
        Answer answer = ToolAnswer.success(attempt, done.result(), done.data(), source.now());
        if (attempt.dryRun()) {
            transaction.setRollbackOnly();
            return answer;
        }
        if (repeatable) {
            idempotency.store(attempt, answer);
        }
        audit.write(attempt.ended(
                new Outcome(answer.status(), null, false, done.result().affected())));
        return answer;
    }

    /** The input, if it keeps to its schema and then to the rules across its members. */
    static <I extends Record> I checked(Entry<I, ?> entry, Attempt attempt) {
        Request request = attempt.passable();
        List<Violation> bySchema =
                Misplaced.told(entry, attempt.json(), entry.checker().check(request.input(), Violations.INPUT));
        if (!bySchema.isEmpty()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_FAILED,
                    Wording.violations(bySchema),
                    bySchema,
                    Correction.of(entry, attempt.json(), bySchema));
        }
        I input = entry.bind(request.input());
        Violations byRule = entry.brokenRules(input);
        if (!byRule.found().isEmpty()) {
            throw Correction.added(
                    entry,
                    attempt.json(),
                    new Refusal(ErrorCode.VALIDATION_FAILED, Wording.violations(byRule.found()), byRule));
        }
        return input;
    }

    /** What a tool refuses by what is stored can be as surely misspelled as what breaks its schema. */
    private <I extends Record, O extends Record> Work.Done done(
            Entry<I, O> entry, I input, Attempt attempt, boolean suspended) {
        try {
            return work.run(entry, input, attempt, suspended);
        } catch (Refusal refusal) {
            throw Correction.added(entry, attempt.json(), refusal);
        }
    }

    private static Purpose purpose(Entry<?, ?> entry, boolean applies) {
        if (!entry.mutates()) {
            return Purpose.READ;
        }
        return applies ? Purpose.CHANGE : Purpose.TRY;
    }

    private static Reach reach(Risk risk) {
        return risk == Risk.BULK || risk == Risk.DESTRUCTIVE ? Reach.BULK : Reach.SMALL;
    }
}
