package org.crmagent.run;

import java.net.URI;

/** What a person needs to make the first calls. */
record Welcome(URI address, String token, String organizationName) {

    String text() {
        return """

                Console  %5$s
                Address  %1$s
                Token    valid for one day, role super_admin; paste it into the console:
                %2$s

                What an agent can do here:
                curl -s '%1$scapabilities' -H 'Authorization: Bearer %2$s'

                Find a workspace:
                curl -s '%1$stools/crm_resolve_workspace' -H 'Authorization: Bearer %2$s' \\
                  -H 'Content-Type: application/json' -d '{"input":{"query":"%3$s"}}'

                For an agent program that speaks MCP (docs/how-to/connect-agents.md):
                {"mcpServers": {"crm": {"type": "http", "url": "%4$s", "headers": {"Authorization": "Bearer %2$s"}}}}
                """.formatted(
                        address,
                        token,
                        organizationName.replace("'", "'\\''").replace("\"", "\\\""),
                        address.resolve("../mcp"),
                        address.resolve(".."));
    }
}
