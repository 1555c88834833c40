package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Server;
import org.junit.jupiter.api.Test;

/** Caching, compression, and what an operator may set. */
class HeadersIT extends OverHttp {

    @Test
    void cachesTheCatalogueByItsTag() {
        Answer first = api.capabilities("");
        assertEquals(200, first.status());
        assertEquals("private, no-cache", first.header("Cache-Control"));
        assertEquals("Accept-Encoding", first.header("Vary"));
        String tag = first.header("ETag");
        assertTrue(tag.startsWith("W/\""), tag);
        for (String sent : List.of(tag, "\"other\", " + tag, "*")) {
            Answer again = api.send(api.request("capabilities").header("If-None-Match", sent));
            assertEquals(304, again.status());
            assertEquals("", again.body());
            assertEquals(tag, again.header("ETag"));
            assertEquals("private, no-cache", again.header("Cache-Control"));
        }
        assertEquals(
                200,
                api.send(api.request("capabilities").header("If-None-Match", "\"other\""))
                        .status());
    }

    @Test
    void compressesWhereAllowed() throws IOException, InterruptedException {
        String plain = api.capabilities("").envelope().get("data").toString();
        HttpResponse<byte[]> packed = bytes(api.request("capabilities").header("Accept-Encoding", "br, gzip;q=0.5"));
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals("Accept-Encoding", packed.headers().firstValue("Vary").orElse(""));
        assertTrue(unpacked(packed).contains(plain));
        HttpRequest.Builder refusing = api.request("capabilities").header("Accept-Encoding", "gzip;q=0, *;q=0");
        assertEquals("", api.send(refusing).header("Content-Encoding"));
    }

    /** As browsers and proxies ask a server without TLS. */
    @Test
    void compressesFiles() throws IOException, InterruptedException {
        for (String path : List.of("../console/style.css", "../console/field.js", "../openapi.yaml")) {
            Answer plain = api.send(api.anonymous(path));
            assertEquals("", plain.header("Content-Encoding"), path);
            assertEquals("Accept-Encoding", plain.header("Vary"), path);
            HttpResponse<byte[]> packed = bytes(api.anonymous(path)
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Accept-Encoding", "gzip, deflate, br"));
            assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""), path);
            assertTrue(packed.headers().allValues("Vary").stream().anyMatch("Accept-Encoding"::equalsIgnoreCase), path);
            assertTrue(packed.body().length < plain.body().length() / 2, path + " of " + packed.body().length);
            assertEquals(plain.body(), unpacked(packed), path);
            String since = packed.headers().firstValue("Last-Modified").orElse("");
            HttpRequest.Builder again =
                    api.anonymous(path).header("Accept-Encoding", "gzip").header("If-Modified-Since", since);
            assertEquals(304, bytes(again).statusCode(), path + " since " + since);
        }
    }

    private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String unpacked(HttpResponse<byte[]> packed) throws IOException {
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void namesOnlyToolsOfTheContract() {
        Set<String> published = api.capabilities("").data().getJsonArray("tools").getValuesAs(JsonObject.class).stream()
                .map(tool -> tool.getString("name"))
                .filter(name -> !name.startsWith("probe_"))
                .collect(Collectors.toCollection(HashSet::new));
        published.removeAll(ContractFile.enumeration("ToolName"));
        assertEquals(Set.of(), published);
    }

    /** As scrapers send the password of their own. */
    private static Answer scraped(Api node, String password) {
        String pair = Base64.getEncoder().encodeToString(("any:" + password).getBytes(StandardCharsets.UTF_8));
        return node.send(node.anonymous("../operator/metrics").header("Authorization", "Basic " + pair));
    }

    @Test
    void limitsTheRateAndTheSizeAsSet() throws InterruptedException {
        Map<String, String> settings = Map.of(
                "CRM_RATE_LIMIT_PER_MINUTE",
                "3",
                "CRM_MAX_BODY_BYTES",
                "2048",
                "CRM_METRICS_TOKEN",
                "a-scraper's-password");
        try (Server node = Surroundings.node("limits", Surroundings.owner(), settings)) {
            node.awaitReady();
            Api limited = new Api(node);
            assertEquals(200, limited.capabilities("").status());
            Refused.as(400, "validation_failed", limited.tool("probe_hold", "{}" + " ".repeat(2046)));
            Refused.as(413, "payload_too_large", limited.tool("probe_hold", "{}" + " ".repeat(2047)));
            Answer refused = limited.tool("probe_hold", "{}");
            Refused.as(429, "rate_limited", refused);
            int wait = Integer.parseInt(refused.header("Retry-After"));
            assertTrue(wait >= 1 && wait <= 20, refused.header("Retry-After"));
            for (String path : List.of("capabilities", "../operator/audit", "../operator/metrics")) {
                Answer also = limited.send(limited.request(path));
                Refused.as(429, "rate_limited", also);
                assertTrue(also.header("Retry-After").matches("[0-9]+"), path);
            }
            assertEquals(200, scraped(limited, "a-scraper's-password").status());
            Refused.as(401, "unauthenticated", scraped(limited, "a-scraper's-passwort"));
        }
    }
}
