package org.crmagent.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.crmagent.call.Answer;

/** An answer as it goes out: the headers that all answers share, and gzip where it pays and the caller takes it. */
public final class Wire {
    private static final int WORTH_GZIP = 1024;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Wire(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The answer to this request; not to be stored by anyone unless said otherwise afterwards. */
    public static Wire of(Answer answer, HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Vary", "Accept-Encoding");
        byte[] body = answer.body();
        if (body.length > 0) {
            headers.put("Content-Type", "application/json; charset=UTF-8");
        }
        if (body.length > WORTH_GZIP
                && MediaTypes.gzipAccepted(Collections.list(request.getHeaders("Accept-Encoding")))) {
            headers.put("Content-Encoding", "gzip");
            body = gzip(body);
        }
        return new Wire(answer.status(), headers, body);
    }

    /** The same with one header more, or another value of it. */
    Wire with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Wire(status, more, body);
    }

    /** For JAX-RS. */
    public Response response() {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        if (body.length > 0) {
            response.entity(body);
        }
        return response.build();
    }

    /** For where JAX-RS was not reached. */
    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
