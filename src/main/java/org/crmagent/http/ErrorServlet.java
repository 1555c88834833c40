package org.crmagent.http;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** The error page of the whole application, so that what the server refuses itself comes in the envelope too. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

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
        faults.status(status, cause, request).send(response);
    }
}
