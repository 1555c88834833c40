package org.crmagent.call;

import java.util.Map;
import org.crmagent.tool.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param errorCode null for a success
 * @param affected what was changed
 */
record Outcome(int status, @Nullable ErrorCode errorCode, boolean replayed, Map<String, Long> affected) {

    /** Without an effect of this call. */
    static Outcome of(Answer answer, boolean replayed) {
        return new Outcome(answer.status(), null, replayed, Map.of());
    }

    static Outcome refused(ErrorCode code) {
        return new Outcome(code.status(), code, false, Map.of());
    }
}
