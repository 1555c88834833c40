package org.crmagent.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.crmagent.operate.Metrics;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The figures of this node, for whoever may call tools, and for a scraper that knows the password of its own. That one comes
 * by HTTP Basic, because what comes as Bearer is a JWT to the server, which refuses it before any application.
 */
@WebServlet("/operator/metrics")
public class MetricsServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String BASIC = "Basic ";
    private static final String HOW =
            "Send a valid token as Authorization: Bearer <token>, or the scraper's password by Basic.";

    @Inject
    transient Metrics metrics;

    @Inject
    transient Settings settings;

    @Inject
    transient Operator operator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wire refused = isScraper(request.getHeader("Authorization"))
                ? operator.refusedMethod(request)
                : operator.refused(request, HOW);
        if (refused != null) {
            refused.send(response);
            return;
        }
        // Open Liberty has looked for a token in the scraper's password, and set 401
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(Metrics.CONTENT_TYPE);
        response.getOutputStream().write(metrics.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Any user name will do; takes as long whatever the password. */
    private boolean isScraper(@Nullable String authorization) {
        String expected = settings.text(Setting.METRICS_TOKEN).orElse(null);
        if (expected == null
                || authorization == null
                || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            String password = pair.substring(pair.indexOf(':') + 1);
            return MessageDigest.isEqual(
                    password.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
