package org.crmagent.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An AI server of the smallest kind, for the demonstration: it has no model but rules, so it answers the same question always
 * alike. A field takes the capture, else the answer to the step, that bears its name: {@code Oui} and {@code Non} as
 * truth, the first number of a text as a number, an option of the field, else the text. What does not fit is left out.
 */
public final class ReferenceAi implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");

    private final HttpServer server;

    private ReferenceAi(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port of 127.0.0.1. */
    public static ReferenceAi start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/qualify", ReferenceAi::handle);
            server.setExecutor(Executors.newFixedThreadPool(4, task -> {
                Thread thread = new Thread(task, "reference-ai");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return new ReferenceAi(server);
        } catch (IOException e) {
            throw new Failure("The reference AI server did not start: " + e.getMessage(), e);
        }
    }

    /** Where it takes questions. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/qualify";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange;
                JsonReader reader = Json.createReader(exchange.getRequestBody())) {
            answer(exchange, 200, answer(reader.readObject()));
        } catch (JsonException | ClassCastException | NullPointerException e) {
            answer(
                    exchange,
                    400,
                    Json.createObjectBuilder()
                            .add("error", "no question as documented")
                            .build());
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonObject answer) throws IOException {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** By the documented contract: a question in, values out. */
    static JsonObject answer(JsonObject question) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        JsonObject fields = question.getJsonObject("valuesSchema").getJsonObject("properties");
        for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
            heard(question, field.getKey())
                    .flatMap(answer -> value(field.getValue().asJsonObject(), answer))
                    .ifPresent(value -> values.add(field.getKey(), value));
        }
        return Json.createObjectBuilder().add("values", values).build();
    }

    private static Optional<String> heard(JsonObject question, String field) {
        String captured = question.getJsonObject("captured").getString(field, null);
        return Optional.ofNullable(captured)
                .or(() -> question.getJsonArray("selectedPath").getValuesAs(JsonObject.class).stream()
                        .filter(step -> step.getString("stepId").equals(field) && !step.isNull("answer"))
                        .map(step -> step.getString("answer"))
                        .findFirst());
    }

    private static Optional<JsonValue> value(JsonObject schema, String answer) {
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").stream()
                    .filter(option -> option instanceof JsonString text
                            && text.getString().equals(answer))
                    .findFirst();
        }
        return switch (type(schema)) {
            case "boolean" ->
                answer.equals("Oui")
                        ? Optional.of(JsonValue.TRUE)
                        : answer.equals("Non") ? Optional.of(JsonValue.FALSE) : Optional.empty();
            case "number" -> number(schema, answer);
            case "string" -> text(schema, answer);
            default -> Optional.empty();
        };
    }

    private static String type(JsonObject schema) {
        return schema.get("type") instanceof JsonArray types ? types.getString(0) : schema.getString("type");
    }

    private static Optional<JsonValue> number(JsonObject schema, String answer) {
        Matcher matcher = NUMBER.matcher(answer);
        if (!matcher.find()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group().replace(',', '.'));
        boolean fits = (!schema.containsKey("minimum")
                        || number.compareTo(schema.getJsonNumber("minimum").bigDecimalValue()) >= 0)
                && (!schema.containsKey("maximum")
                        || number.compareTo(schema.getJsonNumber("maximum").bigDecimalValue()) <= 0);
        return fits ? Optional.of(Json.createValue(number)) : Optional.empty();
    }

    private static boolean isDay(String answer) {
        try {
            LocalDate.parse(answer);
            return true;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private static Optional<JsonValue> text(JsonObject schema, String answer) {
        boolean fits = answer.length() <= schema.getInt("maxLength", 200)
                && Pattern.compile(schema.getString("pattern", ""))
                        .matcher(answer)
                        .find()
                && (!schema.getString("format", "").equals("date") || isDay(answer));
        return fits ? Optional.of(Json.createValue(answer)) : Optional.empty();
    }
}
