package org.crmagent.mcp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.crmagent.call.Answer;
import org.crmagent.http.Admission;
import org.crmagent.http.RequestBody;
import org.crmagent.http.Wire;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;

/** One message in, one answer out. */
@Path("")
@ApplicationScoped
public class McpResource {
    @Inject
    Settings settings;

    @Inject
    Methods methods;

    /** Takes any media type, as the two operations do: it is refused in its turn, in the form of this protocol. */
    @POST
    public Response message(@Context HttpServletRequest request) {
        return Wire.of(answer(request), request).response();
    }

    private Answer answer(HttpServletRequest request) {
        Message message;
        try {
            message = Message.read(new RequestBody(request, (int) settings.number(Setting.MAX_BODY_BYTES)));
        } catch (ProtocolError unreadable) {
            return unreadable.answer(null);
        }
        try {
            return methods.answer(message, Stated.of(request), Admission.caller(request));
        } catch (ProtocolError refused) {
            return refused.answer(message.id());
        }
    }
}
