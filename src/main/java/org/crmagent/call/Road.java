package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.catalogue.Entry;
import org.crmagent.operate.CallLog;
import org.crmagent.operate.EndedCall;
import org.crmagent.operate.Metrics;
import org.crmagent.operate.Tracing;
import org.crmagent.operate.Traffic;
import org.crmagent.schema.StrictJson;
import org.crmagent.store.Failure;
import org.crmagent.store.Overtaken;
import org.crmagent.tool.AskingTool;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;
import org.crmagent.tool.Violation;

/** The way of every tool call from its door to its answer. The caller is authenticated before; see {@link Passage} for the rest. */
@ApplicationScoped
public class Road {
    private static final System.Logger LOG = System.getLogger(Road.class.getName());
    private static final int MOST_REPETITIONS = 4;

    @Inject
    Catalogue catalogue;

    @Inject
    Passage passage;

    @Inject
    Consultation consultation;

    @Inject
    Audit audit;

    @Inject
    Traffic traffic;

    @Inject
    Tracing tracing;

    @Inject
    CallLog callLog;

    @Inject
    Metrics metrics;

    @Inject
    Source source;

    /**
     * Runs one tool call. Never throws: refusals and bugs become answers, and everything leaves an audit row.
     *
     * @param toolName as given, existing or not
     * @param body asked for once the tool is known to exist
     */
    public Answer call(Caller caller, Door door, String toolName, BodySource body) {
        Attempt attempt = attempt(caller, door, toolName);
        return told(attempt, traffic.isOpen() ? walk(attempt, body) : refuse(attempt, stopping()));
    }

    /** The answer and audit row of a call that its door refuses: for the role, or for the rate. */
    public Answer refuse(Caller caller, Door door, String toolName, Refusal refusal) {
        Attempt attempt = attempt(caller, door, toolName);
        return told(attempt, refuse(attempt, refusal));
    }

    private Answer walk(Attempt attempt, BodySource body) {
        String toolName = attempt.toolName;
        try {
            Entry<?, ?> entry = catalogue.find(toolName).orElseThrow(() -> unknown(toolName));
            attempt.entry = entry;
            attempt.read(StrictJson.object(body.read()));
            attempt.request = Request.of(entry, attempt.json());
            consult(entry, attempt);
            Answer answer = throughAgainWhileOvertaken(entry, attempt);
            if (attempt.dryRun()) {
                audit(attempt.ended(Outcome.of(answer, false)));
            }
            return answer;
        } catch (Refusal refusal) {
            return refuse(attempt, refusal);
        } catch (RuntimeException failure) {
            return fail(attempt, failure);
        }
    }

    /** Before the transaction of the call, so that nothing is held while someone outside thinks. */
    private void consult(Entry<?, ?> entry, Attempt attempt) {
        if (entry.tool() instanceof AskingTool<?, ?> asking && Consultation.isDue(entry, attempt)) {
            consultation
                    .question(entry, attempt)
                    .ifPresent(question -> attempt.asked = Consultation.asked(asking, question, attempt.trace));
        }
    }

    /**
     * Whoever loses a race for a unique key is run again, sees the winner's row, and is refused with a reason; a bulk call
     * whose plan was overtaken decides afresh.
     */
    private Answer throughAgainWhileOvertaken(Entry<?, ?> entry, Attempt attempt) {
        for (int more = MOST_REPETITIONS; ; more--) {
            try {
                return passage.through(entry, attempt);
            } catch (Refusal refusal) {
                throw refusal;
            } catch (RuntimeException failure) {
                if (more == 0 || Failure.of(failure) != Failure.OVERTAKEN) {
                    throw failure;
                }
            }
        }
    }

    private Answer refuse(Attempt attempt, Refusal refusal) {
        Answer answer = ToolAnswer.refusal(attempt, refusal, source.now());
        audit(attempt.ended(Outcome.refused(refusal.code())));
        return answer;
    }

    private Answer fail(Attempt attempt, RuntimeException failure) {
        Failure why = Failure.of(failure);
        if (why.passes() || failure instanceof Overtaken) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    attempt.toolName + " unavailable, request " + attempt.requestId + ": " + failure);
            return refuse(
                    attempt,
                    new Refusal(
                            ErrorCode.UNAVAILABLE,
                            "Nothing was done: "
                                    + (why == Failure.UNAVAILABLE
                                            ? "the database did not answer in time"
                                            : "other calls were changing the same rows")
                                    + "; repeat the call with the same requestId.",
                            List.of()));
        }
        LOG.log(System.Logger.Level.ERROR, attempt.toolName + " failed, request " + attempt.requestId, failure);
        return refuse(
                attempt,
                new Refusal(
                        ErrorCode.INTERNAL_ERROR,
                        "Something went wrong here; tell the operator the requestId.",
                        List.of()));
    }

    /** After the call's own transaction has ended; the log takes what the database can't. */
    private void audit(Attempt attempt) {
        try {
            audit.writeAlone(attempt);
        } catch (RuntimeException failure) {
            audit.log(attempt, failure);
            metrics.auditMissed();
        }
    }

    /** Every call that has an answer passes here, once. */
    private Answer told(Attempt attempt, Answer answer) {
        EndedCall call =
                attempt.told(catalogue.find(attempt.toolName).map(Entry::name).orElse(null), source.now());
        metrics.count(call);
        callLog.write(call);
        return answer;
    }

    private Attempt attempt(Caller caller, Door door, String toolName) {
        return new Attempt(
                caller,
                door,
                toolName,
                tracing.current(),
                source.now(),
                source.newId().toString());
    }

    private static Refusal stopping() {
        return new Refusal(
                ErrorCode.UNAVAILABLE,
                "Nothing was done: this node is stopping; repeat the call with the same requestId.",
                List.of());
    }

    private Refusal unknown(String toolName) {
        List<String> nearest = catalogue.nearest(toolName);
        String names = String.join(", ", nearest);
        return new Refusal(
                ErrorCode.UNKNOWN_TOOL,
                "No tool of this name exists; the nearest are " + names + ".",
                List.of(new Violation(
                        "",
                        "unknown_tool",
                        "the nearest tools are " + names,
                        nearest.isEmpty() ? null : nearest.get(0))));
    }
}
