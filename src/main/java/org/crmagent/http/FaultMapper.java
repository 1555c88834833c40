package org.crmagent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Puts what JAX-RS throws, or lets through, into the envelope. */
@Provider
@ApplicationScoped
public class FaultMapper implements ExceptionMapper<Throwable> {
    @Inject
    HttpServletRequest request;

    @Inject
    Faults faults;

    @Override
    public Response toResponse(Throwable fault) {
        return wire(fault).response();
    }

    private Wire wire(Throwable fault) {
        if (fault instanceof WebApplicationException web) {
            return faults.status(web.getResponse().getStatus(), fault, request);
        }
        // JAX-RS throws this one where a header or the path of the request can't be read.
        return faults.status(fault instanceof ProcessingException ? 400 : 500, fault, request);
    }
}
