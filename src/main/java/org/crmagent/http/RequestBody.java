package org.crmagent.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.crmagent.call.BodySource;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;

/** The body of a call, not touched before the road asks for it and never read beyond the limit. */
public record RequestBody(HttpServletRequest request, int maxBytes) implements BodySource {
    private static final String BROKEN_OFF = RequestBody.class.getName() + ".brokenOff";

    /** True once the client has gone away in the middle of its body: nobody reads the answer, and nothing is wrong here. */
    static boolean brokeOff(HttpServletRequest request) {
        return request.getAttribute(BROKEN_OFF) != null;
    }

    @Override
    public byte[] read() {
        MediaTypes.requireJsonAccepted(headers("Accept"));
        MediaTypes.requireJsonSent(headers("Content-Type"), headers("Content-Encoding"));
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge();
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(maxBytes + 1);
        } catch (IOException broken) {
            request.setAttribute(BROKEN_OFF, true);
            throw new Refusal(
                    ErrorCode.MALFORMED_JSON,
                    "The body broke off or its framing is wrong: send it again, complete.",
                    List.of());
        }
        if (body.length > maxBytes) {
            throw tooLarge();
        }
        return body;
    }

    private Refusal tooLarge() {
        return new Refusal(
                ErrorCode.PAYLOAD_TOO_LARGE,
                "The body is over " + maxBytes + " bytes: split the call into smaller ones.",
                List.of());
    }

    private List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }
}
