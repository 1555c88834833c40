package org.crmagent.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
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
        Watched watched = new Watched(response);
        try {
            chain.doFilter(request, watched);
        } finally {
            traffic.leave();
        }
        if (!watched.left) {
            requests.tell(request, request.getRequestURI(), response.getStatus());
        }
    }

    /** Knows whether the answer is left to the error page, which then tells of it: some servers lead there at once, some later. */
    private static final class Watched extends HttpServletResponseWrapper {
        private boolean left;

        Watched(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            left = true;
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            left = true;
            super.sendError(status, message);
        }
    }
}
