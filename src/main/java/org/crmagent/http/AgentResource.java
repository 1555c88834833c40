package org.crmagent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collections;
import java.util.List;
import org.crmagent.call.Answer;
import org.crmagent.call.Capabilities;
import org.crmagent.call.Door;
import org.crmagent.call.Road;
import org.crmagent.operate.RequestLog;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.tool.Refusal;

/** The two operations. Takes any media type, because the road checks the tool's name before the media types. */
@Path("")
@ApplicationScoped
public class AgentResource {
    @Inject
    Road road;

    @Inject
    Capabilities capabilities;

    @Inject
    Settings settings;

    @Inject
    Faults faults;

    @Inject
    RequestLog requests;

    /** The tool catalogue. */
    @GET
    @Path("capabilities")
    public Response capabilities(@Context HttpServletRequest request, @Context UriInfo uri) {
        try {
            MediaTypes.requireJsonAccepted(headers(request, "Accept"));
        } catch (Refusal notAcceptable) {
            return faults.refuse(notAcceptable, request).response();
        }
        // Repeated values make one that is no id: the caller is told instead of one value being picked.
        List<String> ids = uri.getQueryParameters().get("organizationId");
        List<String> tags = headers(request, "If-None-Match");
        Answer answer = capabilities.read(
                ids == null ? null : String.join(",", ids),
                tags.isEmpty() ? null : String.join(",", tags),
                requests.name(request));
        Wire wire = Wire.of(answer, request);
        boolean catalogue = answer.status() == 200 || answer.status() == 304;
        return (catalogue ? wire.with("Cache-Control", "private, no-cache") : wire).response();
    }

    /** One tool call. */
    @POST
    @Path("tools/{toolName}")
    public Response call(@PathParam("toolName") String toolName, @Context HttpServletRequest request) {
        RequestBody body = new RequestBody(request, (int) settings.number(Setting.MAX_BODY_BYTES));
        return Wire.of(road.call(Admission.caller(request), Door.HTTP, toolName, body), request)
                .response();
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
