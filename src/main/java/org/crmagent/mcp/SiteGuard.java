package org.crmagent.mcp;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;
import org.crmagent.call.Answer;
import org.crmagent.http.Wire;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;

/** Before anything of this door: is it open, and does the request come from where requests may come from. */
@WebFilter("/mcp/*")
public class SiteGuard extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!settings.truth(Setting.MCP_ENABLED)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!Sites.of(settings).admit(host(request), Collections.list(request.getHeaders("Origin")))) {
            Answer forbidden = new ProtocolError(
                            HttpServletResponse.SC_FORBIDDEN,
                            ProtocolError.INVALID_REQUEST,
                            "Host or Origin is none that this server is called by; its operator lists them in"
                                    + " crm.mcp.allowed-hosts and crm.mcp.allowed-origins.",
                            null)
                    .answer(null);
            Wire.of(forbidden, request).send(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** HTTP/2 names it otherwise. */
    private static String host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null ? request.getServerName() + ":" + request.getServerPort() : host;
    }
}
