package org.crmagent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;
import org.jspecify.annotations.Nullable;

/** What the resources for operators, which are servlets, ask of a request: token, role, rate and method, in this order. */
@ApplicationScoped
public class Operator {
    /** What they take. */
    private static final List<String> METHODS = List.of("GET", "HEAD");

    @Inject
    Source source;

    @Inject
    RateLimit rateLimit;

    @Inject
    Faults faults;

    /**
     * Why this request is not answered; null where it is.
     *
     * @param how the ways in, for whoever has none
     */
    @Nullable
    Wire refused(HttpServletRequest request, String how) {
        Token token;
        try {
            token = Token.of(request, request.getUserPrincipal(), how, source.now());
        } catch (Refusal unauthenticated) {
            return faults.refuse(unauthenticated, request);
        }
        if (!token.superAdmin()) {
            return refuse(
                    ErrorCode.SUPER_ADMIN_REQUIRED,
                    "Only tokens with the role super_admin in groups may read this.",
                    request);
        }
        long wait = rateLimit.take(token.caller());
        if (wait > 0) {
            return faults.refuse(RateLimit.refusal(wait), request).with("Retry-After", Long.toString(wait));
        }
        return refusedMethod(request);
    }

    /** The same of whoever is in already. */
    @Nullable
    Wire refusedMethod(HttpServletRequest request) {
        if (METHODS.contains(request.getMethod())) {
            return null;
        }
        String methods = String.join(", ", METHODS);
        return refuse(ErrorCode.METHOD_NOT_ALLOWED, "This path takes only " + methods + ".", request)
                .with("Allow", methods);
    }

    private Wire refuse(ErrorCode code, String sentence, HttpServletRequest request) {
        return faults.refuse(new Refusal(code, sentence, List.of()), request);
    }
}
