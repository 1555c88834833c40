package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies over the limit, bodies that break off, and answers that nobody takes, on a bare connection. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SizeIT extends OverHttp {
    private static final int LIMIT = 1 << 20;
    private static final int FAR_TOO_MUCH = 64 << 20;

    @Test
    void takesABodyOfJustTheLimit() {
        Refused.as(400, "validation_failed", api.tool("probe_hold", "{}" + " ".repeat(LIMIT - 2)));
        Refused.as(413, "payload_too_large", api.tool("probe_hold", "{}" + " ".repeat(LIMIT - 1)));
    }

    @Test
    void refusesByTheAnnouncedLength() throws IOException {
        try (Socket socket = connect("probe_hold", "Content-Length: " + FAR_TOO_MUCH)) {
            refused("413", "payload_too_large", socket);
        }
    }

    @Test
    void checksTheToolBeforeTheLength() throws IOException {
        try (Socket socket = connect("nothing", "Content-Length: " + FAR_TOO_MUCH)) {
            refused("404", "unknown_tool", socket);
        }
    }

    @Test
    void refusesChunksBeforeTheyEnd() throws IOException {
        try (Socket socket = connect("probe_hold", "Transfer-Encoding: chunked")) {
            assertTrue(sendChunks(socket) < FAR_TOO_MUCH, "the server took all of it without a word");
        }
    }

    @Test
    void answersEndlessChunks() throws IOException {
        try (Socket socket = connect("probe_hold", "Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            int more = LIMIT + 0x10000;
            out.write((Integer.toHexString(more) + "\r\n" + " ".repeat(more) + "\r\n1\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            refused("413", "payload_too_large", socket);
        }
    }

    @Test
    void refusesBrokenChunks() throws IOException {
        try (Socket socket = connect("probe_hold", "Transfer-Encoding: chunked")) {
            socket.getOutputStream().write("nonsense\r\n{}\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = read(socket);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400"), answer);
        }
    }

    @Test
    void takesABodyThatBreaksOffForNoFaultOfItsOwn() throws IOException, SQLException {
        String subject = "gone-" + UUID.randomUUID();
        String token = Api.token(claims -> claims.subject(subject));
        try (Socket socket = connect("probe_hold", "Content-Length: 100", token)) {
            socket.getOutputStream().write("{\"input\"".getBytes(StandardCharsets.US_ASCII));
        }
        while (0L == (Long) Database.value("select count(*) from audit_log where subject = ?", subject)) {
            Thread.onSpinWait();
        }
        assertEquals(200, api.capabilities("").status());
        String log = Files.readString(Surroundings.server().log());
        assertFalse(log.contains(Faults.class.getName()), "a client that went away was logged as a bug");
    }

    /** Agents give up waiting; a trace for each would hide what is wrong. */
    @Test
    void saysNothingOfClientsThatDoNotWait() throws IOException, InterruptedException {
        int before = Files.readString(Surroundings.server().log()).length();
        for (int wait = 0; wait < 30; wait++) {
            try (Socket socket = open("GET /crm/agent/capabilities", "Accept: */*", Api.token())) {
                Thread.sleep(wait);
                // so that the server hears of it when it writes
                socket.setSoLinger(true, 0);
            }
        }
        Thread.sleep(1000);
        String log = Files.readString(Surroundings.server().log()).substring(before);
        assertFalse(log.contains("IOException"), log);
    }

    private static Socket connect(String tool, String framing) throws IOException {
        return connect(tool, framing, Api.token());
    }

    private static Socket connect(String tool, String framing, String token) throws IOException {
        return open("POST /crm/agent/tools/" + tool, "Content-Type: application/json\r\n" + framing, token);
    }

    private static Socket open(String request, String headers, String token) throws IOException {
        URI address = Surroundings.server().address();
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        String head = String.join(
                "\r\n",
                request + " HTTP/1.1",
                "Host: " + address.getAuthority(),
                "Authorization: Bearer " + token,
                headers,
                "",
                "");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** How many bytes went out before the server answered or closed the connection. */
    private static int sendChunks(Socket socket) throws IOException {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int sent = 0;
        try {
            while (sent < FAR_TOO_MUCH && socket.getInputStream().available() == 0) {
                socket.getOutputStream().write(chunk);
                sent += chunk.length;
            }
        } catch (SocketException closed) {
            return sent;
        }
        return sent;
    }

    private static void refused(String status, String code, Socket socket) throws IOException {
        String answer = read(socket);
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("\"code\":\"" + code + '"'), answer);
    }

    private static String read(Socket socket) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        StringBuilder text = new StringBuilder();
        int count = socket.getInputStream().read(buffer);
        while (count > 0
                && !text.append(new String(buffer, 0, count, StandardCharsets.UTF_8))
                        .toString()
                        .contains("requestId")) {
            count = socket.getInputStream().read(buffer);
        }
        return text.toString();
    }
}
