package org.crmagent.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.crmagent.it.Answer;
import org.crmagent.it.Surroundings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator types what the other how-to pages say, from the roles of an installation to its restored back-up. */
@Tag("install")
class HowToIT {
    private static final int CONTACTS = 20_000;
    private static final int SILENT = CONTACTS / 50;

    @Test
    void installationIsMadeLoadedUpgradedBackedUpAndRestored() throws Exception {
        try (Installation ours = Installation.make("ours");
                Installation restored = Installation.make("restored")) {
            ours.follow(page("separate-roles"), ours.administrator());
            assertEquals(0, ours.count("select count(*) from pg_roles where rolname = 'crm_node'"));

            Files.writeString(ours.typed("changed.csv"), """
                    external_id,first_name,last_name,company,email,phone,city,country,tags,do_not_call
                    C1,Hélène,Bernard,Société 1,helene@mail.example,06 39 98 00 01,Nantes,FR,client,t
                    C2,Karim,Lefèvre,Société 2,contact2@mail.example,06 39 98 00 02,Lille,FR,client,f
                    """);
            ours.follow(page("connect-a-crm").with("1000000", Integer.toString(CONTACTS)), ours.owner("PGDATABASE"));
            assertEquals(1, ours.count("select count(*) from contact where updated_at > created_at"));
            assertEquals(0, ours.count("select count(*) from load.contact"));

            String campaign;
            String preview;
            Answer filled;
            try (Loaded node = Loaded.serve(ours, "crm_node_2")) {
                node.tellsOf(CONTACTS, SILENT + 1);
                campaign = node.campaign();
                preview = node.preview(campaign);
                filled = node.fill(campaign);
                assertEquals(
                        ours.count("select count(distinct phone_e164) from contact where not do_not_call"),
                        filled.output().getInt("added"),
                        filled.body());
                assertEquals("preview_stale", node.apply(campaign, preview).code());

                ours.upgrade();
                node.tellsOf(CONTACTS, SILENT + 1);
            }
            ours.follow(page("rotate-keys"), ours.owner());
            // of the release before the upgrade
            try (Loaded node = Loaded.serve(ours, "crm_node_2")) {
                assertEquals("preview_invalid", node.apply(campaign, preview).code());
                assertEquals(200, node.apply(campaign, node.preview(campaign)).status());
            }

            restored.follow(page("separate-roles").first(2), restored.administrator());
            Map<String, String> from = ours.owner("NEW_HOST", "NEW_PORT");
            from.putAll(Map.of("NEW_HOST", "127.0.0.1", "NEW_PORT", restored.port()));
            ours.follow(page("back-up"), from);
            try (Loaded node = Loaded.serve(restored, "crm_node")) {
                node.tellsOf(CONTACTS, SILENT + 1);
                Answer again = node.fill(campaign);
                assertEquals("true", again.header("Idempotent-Replayed"), again.body());
                assertEquals(filled.body(), again.body());
            }
        }
    }

    /** Users of containers read the files, and nobody else does. */
    @Test
    void passwordsOfComposeAreMade() throws Exception {
        Path folder = Surroundings.CHECKOUT.resolve("target/it/how-to-containers");
        Files.createDirectories(folder.resolve("docker"));
        page("containers").follow(folder, Map.of());
        Path secrets = folder.resolve("docker/secrets");
        assertEquals("rwx------", permissions(secrets));
        for (String name : new String[] {"superuser", "owner", "node"}) {
            Path secret = secrets.resolve(name + "-password");
            assertTrue(Files.readString(secret).matches("[0-9a-f]{48}"), secret.toString());
            assertEquals("rw-r--r--", permissions(secret));
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Guide page(String name) throws IOException {
        return Guide.of(Surroundings.CHECKOUT.resolve("docs/how-to/" + name + ".md"));
    }
}
