package org.crmagent.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.crmagent.bench.bare.BareApplication;
import org.crmagent.bench.bare.BareCampaign;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Many callers who each want little: {@code get_campaign} beside a bare endpoint, alone and during a bulk call. */
final class SmallReads {
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;

    private final URI product;
    private final URI bare;
    private final String token;
    private final String organization;
    private final String campaign;

    /**
     * Prepares.
     *
     * @param bare the address of a server of the same kind, with {@link #bareWar}
     * @param campaign the one that is read
     */
    SmallReads(URI product, URI bare, String token, String organization, String campaign) {
        this.product = product;
        this.bare = bare;
        this.token = token;
        this.organization = organization;
        this.campaign = campaign;
    }

    /** Writes the bare endpoint as a WAR, by the product's name and so at its address. */
    static File bareWar(Path folder) throws IOException {
        File file = Files.createDirectories(folder).resolve("crm.war").toFile();
        ShrinkWrap.create(WebArchive.class, "bare.war")
                .addClasses(BareApplication.class, BareCampaign.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(file, true);
        return file;
    }

    /**
     * Measures both in turn, then the product once more while a bulk call runs.
     *
     * @param bulk makes the server busy for some seconds
     */
    String table(Runnable bulk) {
        Load tool = new Load(product.getPort(), toolRequest());
        Load endpoint = new Load(bare.getPort(), bareRequest());
        tool.during(WARM);
        endpoint.during(WARM);
        Load.Measured ours = tool.during(TIME);
        Load.Measured theirs = endpoint.during(TIME);
        for (int i = 1; i < ROUNDS; i++) {
            ours = better(ours, tool.during(TIME));
            theirs = better(theirs, endpoint.during(TIME));
        }
        CompletableFuture<Void> running = CompletableFuture.runAsync(bulk);
        Load.Measured busy = tool.during(TIME);
        running.join();
        return "| small reads over 32 connections | requests/s | middle, ms | 99th of 100, ms |\n|---|--:|--:|--:|\n"
                + ours.row("`get_campaign`")
                + theirs.row("a bare endpoint with the same SQL")
                + busy.row("`get_campaign` while all contacts are added to a campaign")
                + String.format(
                        Locale.ROOT,
                        "%nThe road keeps %.0f %% of the bare endpoint's requests (goal 70 %%).%n",
                        100 * ours.perSecond() / theirs.perSecond());
    }

    private static Load.Measured better(Load.Measured one, Load.Measured other) {
        return one.perSecond() > other.perSecond() ? one : other;
    }

    private String toolRequest() {
        String body = "{\"organizationId\":\"" + organization + "\",\"input\":{\"campaignId\":\"" + campaign + "\"}}";
        return "POST " + product.resolve("tools/get_campaign").getPath() + " HTTP/1.1\r\n" + common()
                + "Content-Type: application/json\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n" + body;
    }

    private String bareRequest() {
        return "GET /crm/bare/campaigns/" + organization + "/" + UUID.fromString(campaign) + " HTTP/1.1\r\n" + common()
                + "\r\n";
    }

    private String common() {
        return "Host: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\nAccept: application/json\r\n";
    }
}
