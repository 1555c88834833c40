package org.crmagent.tools.scriptexecutions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.tool.Source;
import org.crmagent.tool.Trace;
import org.crmagent.tool.Unanswered;
import org.jspecify.annotations.Nullable;

/** The deployment's AI server, asked by HTTP POST. Without an address it is off. */
@ApplicationScoped
public class AiServer {
    private static final System.Logger LOG = System.getLogger(AiServer.class.getName());
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int ATTEMPTS = 2;

    @Inject
    Source source;

    @Inject
    Settings settings;

    private final Circuit circuit = new Circuit();
    private final AtomicInteger asking = new AtomicInteger();

    /** It fails in a way that another attempt may mend. */
    private static final class Passing extends Exception {
        private static final long serialVersionUID = 1L;

        Passing(String why) {
            super(why);
        }
    }

    /**
     * Asks, once more where the first attempt fails.
     *
     * @return the answer as it came, of at most 256 KiB
     * @throws Unanswered when there is none
     */
    public byte[] ask(byte[] question, @Nullable Trace trace) {
        String address =
                settings.text(Setting.AUTO_QUALIFY_URL).orElseThrow(() -> new Unanswered("no AI server is configured"));
        if (!circuit.lets(source.now())) {
            throw new Unanswered("the AI server failed too often and is left alone for a moment");
        }
        try {
            if (asking.incrementAndGet() > settings.number(Setting.AUTO_QUALIFY_AT_ONCE)) {
                throw new Unanswered("the AI server has enough to do");
            }
            return watched(address, question, trace);
        } finally {
            asking.decrementAndGet();
        }
    }

    private byte[] watched(String address, byte[] question, @Nullable Trace trace) {
        try {
            byte[] answer = attempts(address, question, trace);
            circuit.succeeded();
            return answer;
        } catch (Unanswered none) {
            circuit.failed(source.now(), Duration.ofMillis(settings.number(Setting.AUTO_QUALIFY_PAUSE)));
            throw none;
        }
    }

    private byte[] attempts(String address, byte[] question, @Nullable Trace trace) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(address, question, trace);
            } catch (Passing failure) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "attempt " + attempt + " to ask the AI server: " + failure.getMessage());
                if (attempt == ATTEMPTS) {
                    throw new Unanswered("the AI server does not answer");
                }
            }
        }
    }

    private byte[] attempt(String address, byte[] question, @Nullable Trace trace) throws Passing {
        Instant deadline = source.now().plusMillis(readMillis());
        try (Client client = client();
                Response response = request(client, address, trace)
                        .post(Entity.entity(question, MediaType.APPLICATION_JSON_TYPE))) {
            int status = response.getStatus();
            if (status >= 500) {
                throw new Passing("status " + status);
            }
            if (status != 200) {
                throw new Unanswered("the AI server answers with status " + status);
            }
            return body(client, response, deadline);
        } catch (ProcessingException | IllegalArgumentException | IOException failure) {
            throw new Passing(failure.toString());
        }
    }

    /** A redirect would take token and answers to an address that nobody has configured. */
    private Client client() {
        return ClientBuilder.newBuilder()
                .connectTimeout(settings.number(Setting.AUTO_QUALIFY_CONNECT_TIMEOUT), TimeUnit.MILLISECONDS)
                .readTimeout(readMillis(), TimeUnit.MILLISECONDS)
                .property("jersey.config.client.followRedirects", false)
                .build();
    }

    private long readMillis() {
        return settings.number(Setting.AUTO_QUALIFY_READ_TIMEOUT);
    }

    private Invocation.Builder request(Client client, String address, @Nullable Trace trace) {
        Invocation.Builder request = client.target(address).request(MediaType.APPLICATION_JSON_TYPE);
        if (trace != null) {
            trace.headers().forEach(request::header);
        }
        return settings.text(Setting.AUTO_QUALIFY_TOKEN)
                .map(secret -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + secret))
                .orElse(request);
    }

    /**
     * The client's time-out is that of one read; an answer that comes byte by byte must end too. Some clients read all that is
     * still to come when a stream is closed, unless they are closed themselves.
     */
    private byte[] body(Client client, Response response, Instant deadline) throws IOException, Passing {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream in = response.readEntity(InputStream.class)) {
            byte[] part = new byte[8 * 1024];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                body.write(part, 0, read);
                if (body.size() > LARGEST_ANSWER) {
                    client.close();
                    throw new Unanswered("the AI server's answer is larger than " + LARGEST_ANSWER + " bytes");
                }
                if (source.now().isAfter(deadline)) {
                    client.close();
                    throw new Passing("the answer takes longer than " + readMillis() + " ms");
                }
            }
        }
        // some clients take the end of the line for the end of the answer
        if (body.size() < response.getLength()) {
            throw new Passing("the answer ends after " + body.size() + " of " + response.getLength() + " bytes");
        }
        return body.toByteArray();
    }
}
