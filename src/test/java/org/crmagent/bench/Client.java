package org.crmagent.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.crmagent.run.Failure;

/** Calls tools over HTTP and times whole round trips. */
final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;
    private final String organization;

    Client(URI address, String token, String organization) {
        this.address = address;
        this.token = token;
        this.organization = organization;
    }

    /** What a call answered and how long it took, in milliseconds. */
    record Timed(JsonObject output, double millis) {}

    Timed call(String tool, String input) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("tools/" + tool))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"organizationId\":\"" + organization + "\",\"input\":" + input + "}"))
                .build();
        try {
            long from = System.nanoTime();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            double millis = (System.nanoTime() - from) / 1e6;
            if (response.statusCode() != 200) {
                throw new Failure(tool + " answered " + response.statusCode() + ": " + response.body());
            }
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return new Timed(reader.readObject().getJsonObject("data").getJsonObject("data"), millis);
            }
        } catch (IOException e) {
            throw new Failure(tool + " could not be called: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for " + tool, e);
        }
    }

    /** The shortest of several calls. */
    double best(int times, String tool, String input) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            best = Math.min(best, call(tool, input).millis());
        }
        return best;
    }
}
