package org.crmagent.http;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.crmagent.operate.RequestLog;
import org.jspecify.annotations.Nullable;

/** The error page of the whole application, so that what the server refuses itself comes in the envelope too. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(ErrorServlet.class.getName());

    @Inject
    transient Faults faults;

    @Inject
    transient RequestLog requests;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (RequestBody.brokeOff(request)) {
            return;
        }
        // Without a status this is no error: somebody asked for the page's own address.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Throwable cause =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        if (isUnverified(status, cause, request)) {
            status = HttpServletResponse.SC_UNAUTHORIZED;
        }
        faults.status(status, cause, request).send(response);
        requests.tell(request, path(request), response.getStatus());
    }

    /** WildFly fails, without a cause, where it finds no key for a token; the others refuse a token that nobody can verify. */
    private static boolean isUnverified(int status, @Nullable Throwable cause, HttpServletRequest request) {
        if (status != 500 || cause != null || request.getHeader("Authorization") == null || Admission.admits(request)) {
            return false;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "A token was refused because the server has no key for it, or can not read its keys.");
        return true;
    }

    /** What was asked for. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
