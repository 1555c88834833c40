package org.crmagent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.crmagent.call.Envelope;
import org.crmagent.operate.Metrics;
import org.crmagent.operate.RequestLog;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.jspecify.annotations.Nullable;

/** The envelope of every fault that the road never saw. */
@ApplicationScoped
public class Faults {
    private static final Logger LOG = System.getLogger(Faults.class.getName());

    @Inject
    Metrics metrics;

    @Inject
    RequestLog requests;

    /** The answer of a refusal; a 401 with the challenge that belongs to it (RFC 6750). */
    public Wire refuse(Refusal refusal, HttpServletRequest request) {
        Wire answer = answer(refusal.code(), refusal.sentence(), requests.name(request), request);
        if (refusal.code() != ErrorCode.UNAUTHENTICATED) {
            return answer;
        }
        boolean tokenSent = request.getHeader("Authorization") != null;
        return answer.with("WWW-Authenticate", tokenSent ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    /** The answer of a fault of the program, which is logged here and nowhere else. */
    private Wire bug(@Nullable Throwable cause, HttpServletRequest request) {
        String requestId = requests.name(request);
        LOG.log(Level.ERROR, "Request " + requestId + " failed", cause);
        String sentence = "The server failed; its log tells why under this requestId.";
        return answer(ErrorCode.INTERNAL_ERROR, sentence, requestId, request);
    }

    /** The answer of a status that the server or JAX-RS decided on. */
    public Wire status(int status, @Nullable Throwable cause, HttpServletRequest request) {
        Refusal refusal = refusal(status);
        return refusal.code() == ErrorCode.INTERNAL_ERROR ? bug(cause, request) : refuse(refusal, request);
    }

    private Wire answer(ErrorCode code, String sentence, String requestId, HttpServletRequest request) {
        metrics.refused(code);
        return Wire.of(Envelope.error(code, sentence, List.of(), requestId), request);
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 401 -> new Refusal(ErrorCode.UNAUTHENTICATED, Token.HOW, List.of());
            // some servers forbid what others do not find: folders, WEB-INF
            case 403, 404 -> new Refusal(ErrorCode.NOT_FOUND, "Nothing lies under this path.", List.of());
            case 405, 501 ->
                new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "This path doesn't take this method.", List.of());
            case 406 -> new Refusal(ErrorCode.NOT_ACCEPTABLE, "The Accept header excludes JSON.", List.of());
            case 413 -> new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "The request is too large.", List.of());
            case 415 -> new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON.", List.of());
            case 503 -> new Refusal(ErrorCode.UNAVAILABLE, "The service is not available: try again.", List.of());
            default ->
                status < 500
                        ? new Refusal(ErrorCode.VALIDATION_FAILED, "The request is no valid HTTP request.", List.of())
                        : new Refusal(ErrorCode.INTERNAL_ERROR, "The server failed.", List.of());
        };
    }
}
