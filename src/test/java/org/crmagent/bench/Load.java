package org.crmagent.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.crmagent.run.Failure;

/**
 * Sends one request again and again over some connections that stay open. It speaks just enough HTTP/1.1 to cost little beside
 * the server it measures.
 *
 * @param request the whole request as it goes over the wire
 */
record Load(int port, String request) {
    private static final int CONNECTIONS = 32;

    /** How many requests a second were answered, and in how many milliseconds the middle one and all but one in a hundred. */
    record Measured(double perSecond, double middle, double slow) {

        String row(String what) {
            return String.format(Locale.ROOT, "| %s | %,.0f | %.1f | %.1f |%n", what, perSecond, middle, slow);
        }
    }

    /** Measures for some time, all answers being 200. */
    Measured during(Duration time) {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long until = System.nanoTime() + time.toNanos();
            Callable<List<Long>> connection = () -> times(until);
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(connection));
            }
            LongStream.Builder all = LongStream.builder();
            for (Future<List<Long>> each : running) {
                each.get().forEach(nanos -> all.add(nanos));
            }
            long[] sorted = all.build().sorted().toArray();
            return new Measured(
                    sorted.length / (time.toMillis() / 1000.0),
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6);
        } catch (ExecutionException e) {
            throw new Failure("The load could not be kept up: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while measuring", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> times(long until) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        List<Long> times = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < until) {
                long from = System.nanoTime();
                socket.getOutputStream().write(bytes);
                skipAnswer(answers);
                times.add(System.nanoTime() - from);
            }
        }
        return times;
    }

    /** Reads the head by lines and the body by its length or its chunks. */
    private static void skipAnswer(InputStream answers) throws IOException {
        String status = line(answers);
        if (!status.contains(" 200")) {
            throw new IOException("the answer was " + status);
        }
        long length = -1;
        for (String head = line(answers); !head.isEmpty(); head = line(answers)) {
            if (head.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(head.substring(15).strip());
            }
        }
        if (length >= 0) {
            answers.skipNBytes(length);
            return;
        }
        for (int chunk = -1; chunk != 0; ) {
            chunk = Integer.parseInt(line(answers).strip(), 16);
            answers.skipNBytes(chunk);
            line(answers);
        }
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
