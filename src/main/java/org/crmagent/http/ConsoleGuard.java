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
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;

/**
 * What browsers are told about the console's files: nothing runs, loads or is asked but from here, nobody frames it. The
 * doors for programs set headers of their own. Where the console is off its files are not there.
 */
@WebFilter("/*")
public class ConsoleGuard extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    @Inject
    transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (path.startsWith("/agent/") || path.startsWith("/mcp") || path.startsWith("/operator/")) {
            chain.doFilter(request, response);
            return;
        }
        if (isConsole(path) && !settings.truth(Setting.CONSOLE_ENABLED)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        chain.doFilter(request, response);
    }

    private static boolean isConsole(String path) {
        return path.isEmpty() || path.equals("/") || path.equals("/index.html") || path.startsWith("/console");
    }

    /** Decoded; servers split it between the two in their own ways. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
