package org.crmagent.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What the resources for operators, which are servlets, ask of a request: the same token and role as the agents' own. */
final class Operator {
    /** What they take. */
    private static final List<String> METHODS = List.of("GET", "HEAD");

    private Operator() {}

    /**
     * Who asks.
     *
     * @param how the ways in, for whoever has none
     * @throws Refusal {@code unauthenticated} or {@code super_admin_required}
     */
    static Caller admit(HttpServletRequest request, Source source, String how) {
        if (!(request.getUserPrincipal() instanceof JsonWebToken principal)) {
            throw new Refusal(ErrorCode.UNAUTHENTICATED, how, List.of());
        }
        Token token = Token.read(principal.getRawToken(), source.now());
        if (!token.superAdmin()) {
            throw new Refusal(
                    ErrorCode.SUPER_ADMIN_REQUIRED,
                    "Only tokens with the role super_admin in groups may read this.",
                    List.of());
        }
        return token.caller();
    }

    /** True where the method reads. */
    static boolean reads(HttpServletRequest request) {
        return METHODS.contains(request.getMethod());
    }

    /** The answer to another method. */
    static Wire onlyRead(Faults faults, HttpServletRequest request) {
        String methods = String.join(", ", METHODS);
        return faults.refuse(
                        new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "This path takes only " + methods + ".", List.of()),
                        request)
                .with("Allow", methods);
    }
}
