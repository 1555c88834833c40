package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.run.ServerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and methods that are no operation. */
class PathIT extends OverHttp {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tools",
                "tools/",
                "nothing",
                "capabilities/x",
                "capabilities.json",
                "application.wadl",
                "tools/a/b",
                "capabilities%2F",
                "../error",
                "../nothing",
                "../console/nothing.js",
                "../WEB-INF/web.xml",
                "../META-INF/openapi.yaml"
            })
    void answersNotFound(String path) {
        Refused.as(404, "not_found", api.send(api.request(path)));
    }

    /** At most to the console's page: some servers resolve such a path before any application is asked, some by a redirect. */
    @Test
    void findsNoWayUp() {
        Answer answer = api.send(api.request("%2e%2e"));
        if (answer.status() == 302) {
            String location = answer.header("Location");
            assertTrue(location.endsWith("/crm/") || location.endsWith("/crm/agent/%2e%2e/"), location);
        } else if (answer.status() == 200) {
            assertEquals(api.send(api.request("../")).body(), answer.body());
        } else {
            Refused.as(404, "not_found", answer);
        }
    }

    /** Servlet 6.0 (3.5.2) has servers refuse such paths; Open Liberty does so before any application is asked. */
    @Test
    void leadsNowhereByWayOfOddSegments() {
        Answer up = api.send(api.request("..;/nothing"));
        Answer tool = api.tool("%0A", "{}");
        if (ServerKind.asked() == ServerKind.LIBERTY) {
            assertEquals(400, up.status());
            assertEquals(400, tool.status());
        } else {
            Refused.as(404, "not_found", up);
            Refused.as(404, "unknown_tool", tool);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a%2Fb", "%20", "a%20b", "%C3%A9", "%F0%9F%98%80", "LIST_CAMPAIGNS"})
    void answersUnknownTool(String name) {
        Refused.as(404, "unknown_tool", api.tool(name, "{}"));
    }

    @Test
    void answersUnknownToolForVeryLongNames() {
        Refused.as(404, "unknown_tool", api.tool("a".repeat(5000), "{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, capabilities, 'GET, HEAD'",
        "PUT, capabilities, 'GET, HEAD'",
        "DELETE, capabilities, 'GET, HEAD'",
        "PATCH, capabilities, 'GET, HEAD'",
        "OPTIONS, capabilities, 'GET, HEAD'",
        "ODD, capabilities, 'GET, HEAD'",
        "GET, tools/probe_hold, POST",
        "PUT, tools/probe_hold, POST",
        "DELETE, tools/nothing, POST",
        "PATCH, tools/probe_hold, POST",
        "OPTIONS, tools/probe_hold, POST"
    })
    void answersMethodNotAllowed(String method, String path, String allow) {
        Answer answer = api.send(api.request(path).method(method, BodyPublishers.noBody()));
        Refused.as(405, "method_not_allowed", answer);
        assertEquals(allow, answer.header("Allow"));
    }

    @Test
    void answersHeadWhereItAnswersGet() {
        Answer head = api.send(api.request("capabilities").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertFalse(head.header("ETag").isEmpty());
        assertEquals(
                405,
                api.send(api.request("tools/probe_hold").method("HEAD", BodyPublishers.noBody()))
                        .status());
    }

    /** For files Open Liberty says so itself, before any filter. */
    @ParameterizedTest
    @ValueSource(strings = {"capabilities", "tools/probe_hold", "../", "../openapi.yaml"})
    void refusesTraceWithoutEchoingIt(String path) {
        Answer answer =
                api.send(api.request(path).header("X-Secret", "s3cret").method("TRACE", BodyPublishers.noBody()));
        if (ServerKind.asked() == ServerKind.LIBERTY && path.startsWith("../")) {
            assertEquals(403, answer.status());
        } else {
            Refused.as(405, "method_not_allowed", answer);
        }
        assertFalse(answer.body().contains("s3cret"));
    }

    @Test
    void ignoresMatrixAndUnknownQueryParameters() {
        assertEquals(200, api.capabilities(";a=b?x=y").status());
        Refused.as(400, "validation_failed", api.tool("probe_hold;a=b?organizationId=x&dryRun=true", "{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00000000-0000-7000-8000-000000000001&organizationId=00000000-0000-7000-8000-000000000001"
            })
    void refusesWhatIsNoOrganizationId(String value) {
        Refused.as(400, "validation_failed", api.capabilities("?organizationId=" + value));
    }

    @Test
    void servesTheContractFileToEveryone() {
        Answer answer = api.send(api.anonymous("../openapi.yaml"));
        assertEquals(200, answer.status());
        assertEquals(ContractFile.text(), answer.body());
        assertEquals("application/yaml", answer.header("Content-Type").replaceAll(";.*", ""));
    }
}
