package org.crmagent.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crmagent.run.DeveloperKey;
import org.crmagent.run.Failure;
import org.crmagent.run.Server;

/**
 * {@code bench/run}: starts PostgreSQL and the server, generates the data once, measures, and writes the tables into
 * {@code docs/performance.md}. The system property {@code crm.bench.scale} makes it smaller (1 is a million contacts).
 */
public final class Bench {
    private static final String ORGANIZATION = "01900000-0000-7000-8000-00000000be9c";

    /** So that a million contacts with their indexes stay in memory. */
    private static final Map<String, String> SETTINGS = Map.of(
            "shared_buffers",
            "4GB",
            "max_wal_size",
            "8GB",
            "checkpoint_timeout",
            "30min",
            "effective_cache_size",
            "8GB");

    /** Asked for by the system property; all by default. */
    private static final List<String> PARTS =
            List.of(System.getProperty("crm.bench.parts", "bulk,reads,small").split(","));

    private Bench() {}

    /** Measures; never returns, because the embedded server keeps threads. */
    public static void main(String[] args) throws Exception {
        Path checkout = Path.of(System.getProperty("crm.checkout"));
        double scale = Double.parseDouble(System.getProperty("crm.bench.scale", "1"));
        Path folder = checkout.resolve(".data/bench-" + scale);
        Files.createDirectories(folder);
        DeveloperKey key = DeveloperKey.in(folder.resolve("developer-key.json"));
        try (Database database = Database.open(folder, SETTINGS);
                Server server = start(checkout, folder.resolve("server"), database, key, Map.of());
                Server bare = start(
                        checkout,
                        folder.resolve("bare"),
                        database,
                        key,
                        Map.of(
                                "CRM_WAR",
                                SmallReads.bareWar(folder.resolve("bare")).getPath()))) {
            server.awaitReady();
            bare.awaitReady();
            Psql psql = new Psql(database.login(), ORGANIZATION);
            generate(psql, checkout, scale);
            String token = key.token(DeveloperKey.claims(Duration.ofHours(12)).build());
            Client client = new Client(server.address(), token, ORGANIZATION);
            BulkCalls bulk = new BulkCalls(client, psql, ORGANIZATION, new Memory(server.pid()));
            SmallReads small =
                    new SmallReads(server.address(), bare.address(), token, ORGANIZATION, largestCampaign(psql));
            Queries queries = Queries.in(checkout.resolve("bench/queries.sql"));
            Path document = checkout.resolve("docs/performance.md");
            String machine = machine(psql, scale);
            measure(document, "bulk", machine, bulk::table);
            measure(document, "reads", machine, new Reads(client, psql, queries, ORGANIZATION)::table);
            measure(document, "small", machine, () -> small.table(bulk::addAll));
        } catch (Failure failure) {
            System.out.println(failure.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    /** With the compilers of production, which the run for developers does without. */
    private static Server start(
            Path checkout, Path folder, Database database, DeveloperKey key, Map<String, String> settings)
            throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("JAVA_OPTS", "-XX:+UseSerialGC -Xmx512m");
        return Server.start(checkout, folder, Server.freePort(), database.login(), key, all);
    }

    private static String largestCampaign(Psql psql) {
        return psql.value("select campaign_id from campaign_contact_count where organization_id = '" + ORGANIZATION
                + "' group by 1 order by sum(contacts) desc limit 1");
    }

    private static void generate(Psql psql, Path checkout, double scale) {
        if (psql.value("select count(*) from organization where id = '" + ORGANIZATION + "'")
                .equals("0")) {
            System.out.println("Generating the data, which takes some minutes …");
            psql.file(checkout.resolve("bench/generate.sql"), Map.of("scale", Double.toString(scale)));
            psql.value("vacuum analyze");
        }
    }

    private static String machine(Psql psql, double scale) {
        return "Measured on " + LocalDate.now(ZoneOffset.UTC) + ": "
                + psql.value("select split_part(version(), ' on ', 1)") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, "
                + psql.value("select current_setting('shared_buffers')") + " shared buffers, scale " + scale + ", Java "
                + Runtime.version().feature() + ".\n\n";
    }

    /** Measures a part that was asked for, and writes it into its place in the document. */
    private static void measure(Path document, String part, String machine, Callable<String> work) throws Exception {
        if (!PARTS.contains(part)) {
            return;
        }
        String figures = machine + work.call() + "\n";
        System.out.println(figures);
        String text = Files.readString(document);
        String begin = "<!-- what bench/run measured: " + part + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end -->", from);
        Files.writeString(document, text.substring(0, from) + "\n" + figures + text.substring(to));
    }
}
