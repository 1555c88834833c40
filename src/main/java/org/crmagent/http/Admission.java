package org.crmagent.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.crmagent.call.Road;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;
import org.jspecify.annotations.Nullable;

/** Token, role, rate, path and method of every request, in this order, whatever the server has checked or not. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class Admission implements ContainerRequestFilter {
    private static final String CALLER = Caller.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    Source source;

    @Inject
    Road road;

    @Inject
    RateLimit rateLimit;

    @Inject
    Faults faults;

    /** Who makes this request, once it is admitted. */
    public static Caller caller(HttpServletRequest admitted) {
        return (Caller) admitted.getAttribute(CALLER);
    }

    /** Whether this request has come as far as to be admitted. */
    static boolean admits(HttpServletRequest request) {
        return request.getAttribute(CALLER) != null;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Token token;
        try {
            token = Token.of(request, context.getSecurityContext().getUserPrincipal(), Token.HOW, source.now());
        } catch (Refusal unauthenticated) {
            context.abortWith(faults.refuse(unauthenticated, request).response());
            return;
        }
        Route route = Route.of(request, context.getUriInfo().getPathSegments());
        Wire refused = refused(token, route, context.getMethod());
        if (refused != null) {
            context.abortWith(refused.response());
            return;
        }
        request.setAttribute(CALLER, token.caller());
        // The road checks media types after the tool's name; JAX-RS must not do so before.
        context.getHeaders().putSingle(HttpHeaders.ACCEPT, "*/*");
    }

    private @Nullable Wire refused(Token token, @Nullable Route route, String method) {
        if (!token.superAdmin()) {
            return refuse(
                    token,
                    route,
                    method,
                    refusal(
                            ErrorCode.SUPER_ADMIN_REQUIRED,
                            "Only tokens with the role super_admin in groups may call."));
        }
        long wait = rateLimit.take(token.caller());
        if (wait > 0) {
            return refuse(token, route, method, RateLimit.refusal(wait))
                    .with(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        }
        if (route == null) {
            return faults.refuse(
                    refusal(
                            ErrorCode.NOT_FOUND,
                            "There are two operations: GET capabilities and POST tools/{toolName}."),
                    request);
        }
        if (!route.methods().contains(method)) {
            String sentence = "This path takes only " + route.allow() + ".";
            return faults.refuse(refusal(ErrorCode.METHOD_NOT_ALLOWED, sentence), request)
                    .with(HttpHeaders.ALLOW, route.allow());
        }
        return null;
    }

    /** What would have been a tool call is answered, and audited, as one. */
    private Wire refuse(Token token, @Nullable Route route, String method, Refusal refusal) {
        return route != null && route.toolName() != null && route.methods().contains(method)
                ? Wire.of(road.refuse(token.caller(), route.door(), route.toolName(), refusal), request)
                : faults.refuse(refusal, request);
    }

    private static Refusal refusal(ErrorCode code, String sentence) {
        return new Refusal(code, sentence, List.of());
    }
}
