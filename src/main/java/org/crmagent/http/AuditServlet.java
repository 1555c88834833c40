package org.crmagent.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.crmagent.call.AuditTrail;
import org.crmagent.operate.RequestLog;

/** The audit log, for whoever may call tools. */
@WebServlet("/operator/audit")
public class AuditServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    transient Operator operator;

    @Inject
    transient AuditTrail trail;

    @Inject
    transient RequestLog requests;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wire refused = operator.refused(request, Token.HOW);
        Wire answer = refused == null
                ? Wire.of(trail.read(request.getQueryString(), requests.name(request)), request)
                : refused;
        answer.send(response);
    }
}
