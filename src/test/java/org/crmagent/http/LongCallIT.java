package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.Test;

/** A bulk call may take minutes: its answer comes, also where it is not the first on a connection of HTTP/2. */
class LongCallIT extends OverHttp {
    /** Longer than the half minute after which servers take a silent connection for abandoned. */
    private static final long LONG_MILLIS = 33_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    @Test
    void isAnsweredOnAConnectionThatWasUsedBefore() throws Exception {
        Workspace workspace = new Workspace(api);
        UUID campaign = workspace.campaign("active", "business");
        assertEquals(200, add(workspace, campaign).statusCode());
        CompletableFuture<Integer> running;
        try (Connection other = Database.owner()) {
            hold(other, campaign);
            running =
                    CompletableFuture.supplyAsync(() -> add(workspace, campaign).statusCode());
            Thread.sleep(LONG_MILLIS);
            other.rollback();
        }
        assertEquals(200, running.get(30, TimeUnit.SECONDS));
    }

    private static void hold(Connection other, UUID campaign) throws SQLException {
        other.setAutoCommit(false);
        try (PreparedStatement lock = other.prepareStatement("select 1 from campaign where id = ? for update")) {
            lock.setObject(1, campaign);
            lock.execute();
        }
    }

    private HttpResponse<String> add(Workspace workspace, UUID campaign) {
        try {
            return client.send(
                    api.request("tools/bulk_add_contacts_to_campaign_by_filter")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(
                                    "{\"organizationId\": \"" + workspace.id + "\", \"input\": {\"campaignId\": \""
                                            + campaign + "\", \"filter\": {\"all\": true}}}"))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer came", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
