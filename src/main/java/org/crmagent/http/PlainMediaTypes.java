package org.crmagent.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crmagent.tool.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Shows JAX-RS media types that every server can read: some read forms, or fail on types they can't read, before token and
 * role are checked. What isn't JSON is refused later, in its turn.
 */
@WebFilter({"/agent/*", "/mcp/*"})
public class PlainMediaTypes extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Plain(request), response);
        if (response.getStatus() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
            // before a server waits for the rest of the body
            response.flushBuffer();
        }
    }

    private static final class Plain extends HttpServletRequestWrapper {
        private final Map<String, String> shown;

        Plain(HttpServletRequest request) {
            super(request);
            boolean json = passes(() -> MediaTypes.requireJsonSent(values(request, "Content-Type"), List.of()));
            boolean accepted = passes(() -> MediaTypes.requireJsonAccepted(values(request, "Accept")));
            shown = Map.of(
                    "content-type", json ? "application/json" : "application/octet-stream",
                    "accept", accepted ? "application/json" : "application/octet-stream");
        }

        @Override
        public @Nullable String getContentType() {
            return shown.get("content-type");
        }

        @Override
        public @Nullable String getHeader(String name) {
            String plain = shown.get(name.toLowerCase(Locale.ROOT));
            return plain == null ? super.getHeader(name) : plain;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            String plain = shown.get(name.toLowerCase(Locale.ROOT));
            return plain == null ? super.getHeaders(name) : Collections.enumeration(List.of(plain));
        }

        private static List<String> values(HttpServletRequest request, String name) {
            return Collections.list(request.getHeaders(name));
        }

        private static boolean passes(Runnable check) {
            try {
                check.run();
                return true;
            } catch (Refusal other) {
                return false;
            }
        }
    }
}
