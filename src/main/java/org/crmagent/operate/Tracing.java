package org.crmagent.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.crmagent.tool.Trace;
import org.jspecify.annotations.Nullable;

/** The trace that the current request belongs to, whatever door it came in by. */
@RequestScoped
public class Tracing {
    @Inject
    HttpServletRequest request;

    /** Null where the request belongs to none. */
    public @Nullable Trace current() {
        return Trace.of(lines("traceparent"), lines("tracestate"));
    }

    private List<String> lines(String header) {
        return Collections.list(request.getHeaders(header));
    }
}
