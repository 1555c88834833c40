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
import org.crmagent.tool.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Shows JAX-RS a body that isn't JSON as mere bytes: some servers read forms, or fail on types they can't read, before
 * token and role are checked. It is refused later, in its turn.
 */
@WebFilter({"/agent/*", "/mcp/*"})
public class OpaqueBody extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String CONTENT_TYPE = "Content-Type";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(isJson(request) ? request : new Opaque(request), response);
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            MediaTypes.requireJsonSent(Collections.list(request.getHeaders(CONTENT_TYPE)), List.of());
            return true;
        } catch (Refusal other) {
            return false;
        }
    }

    private static final class Opaque extends HttpServletRequestWrapper {
        private static final String BYTES = "application/octet-stream";

        Opaque(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return BYTES;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(CONTENT_TYPE) ? BYTES : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(CONTENT_TYPE)
                    ? Collections.enumeration(List.of(BYTES))
                    : super.getHeaders(name);
        }
    }
}
