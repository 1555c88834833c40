package org.crmagent.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.crmagent.call.AuditTrail;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;

/** The audit log, for whoever may call tools. */
@WebServlet("/operator/audit")
public class AuditServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    transient AuditTrail trail;

    @Inject
    transient RateLimit rateLimit;

    @Inject
    transient Faults faults;

    @Inject
    transient Source source;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request).send(response);
    }

    private Wire answer(HttpServletRequest request) {
        Caller caller;
        try {
            caller = Operator.admit(request, source, "Send a valid token as Authorization: Bearer <token>.");
        } catch (Refusal refused) {
            return faults.refuse(refused, request);
        }
        if (!Operator.reads(request)) {
            return Operator.onlyRead(faults, request);
        }
        long wait = rateLimit.take(caller);
        if (wait > 0) {
            String sentence = "Too many calls of this subject: wait " + wait + " s before the next.";
            return faults.refuse(new Refusal(ErrorCode.RATE_LIMITED, sentence, List.of()), request)
                    .with("Retry-After", Long.toString(wait));
        }
        return Wire.of(trail.read(request.getParameterMap()), request);
    }
}
