package org.crmagent.http;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The error page of the whole application, so that what the server refuses itself comes in the envelope too. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(ErrorServlet.class.getName());

    @Inject
    transient Faults faults;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (RequestBody.brokeOff(request)) {
            return;
        }
        // Without a status this is no error: somebody asked for the page's own address.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Throwable cause =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        faults.status(isUnverified(status, cause, request) ? 401 : status, cause, request)
                .send(response);
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
}
