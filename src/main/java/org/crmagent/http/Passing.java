package org.crmagent.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.crmagent.operate.RequestLog;
import org.crmagent.operate.Traffic;

/** Counts every request until its answer is written, so that a node that stops waits for it, and has it told. */
@WebFilter("/*")
public class Passing extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    transient Traffic traffic;

    @Inject
    transient RequestLog requests;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        requests.started(request);
        traffic.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            traffic.leave();
        }
        // what was refused without an answer of ours is told by the error page, which makes that answer
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST || Wire.answered(request)) {
            requests.tell(request, request.getRequestURI(), response.getStatus());
        }
    }
}
