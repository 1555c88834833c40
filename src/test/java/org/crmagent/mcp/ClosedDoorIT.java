package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.JsonText;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Server;
import org.junit.jupiter.api.Test;

/** Nobody finds this door unless the operator has opened it. */
class ClosedDoorIT extends OverHttp {

    @Test
    void isNotThereByDefault() throws InterruptedException {
        try (Server node = Surroundings.node("closed", Surroundings.owner(), Map.of())) {
            node.awaitReady();
            Mcp mcp = new Mcp(new Api(node));
            Answer answer = mcp.send(
                    mcp.post().header("MCP-Protocol-Version", Mcp.OLDER),
                    Mcp.message("tools/list", JsonText.quoted("{}")));
            assertEquals(404, answer.status());
            assertEquals("not_found", answer.code());
        }
    }
}
