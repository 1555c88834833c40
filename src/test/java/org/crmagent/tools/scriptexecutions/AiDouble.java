package org.crmagent.tools.scriptexecutions;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An HTTP server that does what a test tells it, byte by byte: also what no HTTP library would do. */
final class AiDouble implements AutoCloseable {

    /** What it does once it has read a request. */
    @FunctionalInterface
    interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<JsonObject> questions = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Behaviour behaviour = says("{}");

    AiDouble() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/qualify?model=small";
    }

    /** From now on it does that, and has been asked nothing. */
    void does(Behaviour next) {
        behaviour = next;
        heads.clear();
        questions.clear();
    }

    /** What it was asked since. */
    List<JsonObject> questions() {
        return questions;
    }

    /** Request line and headers of what it was asked since. */
    List<String> heads() {
        return heads;
    }

    static Behaviour says(String body) {
        return says(200, body);
    }

    static Behaviour says(int status, String body) {
        return out -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write(head("HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\nContent-Length: "
                    + bytes.length));
            out.write(bytes);
        };
    }

    /** Ends the connection in the middle of the answer. */
    static Behaviour cuts() {
        return out -> out.write(head("HTTP/1.1 200 OK\r\nContent-Length: 100"));
    }

    /** Sends one more byte again and again, each in time. */
    static Behaviour drips() {
        return out -> {
            out.write(head("HTTP/1.1 200 OK\r\nContent-Length: 100000"));
            for (int i = 0; i < 1000; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
        };
    }

    /** Says nothing until the test is over. */
    Behaviour isSilent() {
        return out -> closed.await();
    }

    private static byte[] head(String lines) {
        return (lines + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                daemon(() -> serve(connection));
            } catch (IOException end) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(end);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                int read = in.read();
                if (read < 0) {
                    return;
                }
                head.write(read);
            }
            String lines = head.toString(StandardCharsets.US_ASCII);
            Behaviour told = behaviour;
            heads.add(lines);
            try (JsonReader reader = Json.createReader(new StringReader(body(in, lines)))) {
                questions.add(reader.readObject());
            }
            told.answer(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException gone) {
            // who asked did not wait for the end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(InputStream in, String head) throws IOException {
        String length = head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .map(line -> line.substring("content-length:".length()).strip())
                .findFirst()
                .orElseThrow(() -> new IOException("no length: " + head));
        return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
