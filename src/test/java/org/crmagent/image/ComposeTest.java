package org.crmagent.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private final Yaml file =
            Yaml.documents(Shipped.DOCKER.resolve("compose.yaml")).get(0);
    private final Yaml postgres = file.at("services.postgres");
    private final Yaml migrate = file.at("services.migrate");
    private final Yaml node = file.at("services.node");

    @Test
    void ourContainersAreConfined() {
        for (Yaml service : List.of(migrate, node)) {
            assertEquals("true", service.at("read_only").text());
            assertEquals(List.of("/tmp"), service.at("tmpfs").node());
            assertEquals(List.of("ALL"), service.at("cap_drop").node());
            assertEquals(
                    List.of("no-new-privileges:true"),
                    service.at("security_opt").node());
        }
    }

    @Test
    void aServerCanBeChosen() {
        for (String server : Shipped.SERVERS) {
            String path = node.at("build.dockerfile").text().replace("${CRM_SERVER:-payara}", server);
            assertTrue(Files.exists(Shipped.DOCKER.resolve("..").resolve(path)), path);
        }
        assertEquals("..", node.at("build.context").text());
    }

    @Test
    void migrationComesFirstWithALoginOfItsOwn() {
        assertEquals(
                "service_healthy", migrate.at("depends_on.postgres.condition").text());
        assertEquals(
                "service_completed_successfully",
                node.at("depends_on.migrate.condition").text());
        assertEquals(List.of("migrate"), migrate.at("command").node());
        assertEquals("false", node.at("environment.CRM_MIGRATE").text());
        String roles = Shipped.text(Shipped.DOCKER.resolve("postgres/roles.sql"));
        for (Map.Entry<String, Yaml> login :
                Map.of("crm_owner", migrate, "crm_node", node).entrySet()) {
            assertEquals(
                    login.getKey(),
                    login.getValue().at("environment.CRM_DB_USER").text());
            assertTrue(roles.contains("create role " + login.getKey() + " login"));
        }
    }

    @Test
    void nodesEndAfterTheLongestCall() {
        Shipped.endsAfterTheLongestCall(
                node.at("environment.CRM_STOP_NOTICE_MILLIS").number(),
                node.at("environment.CRM_STOP_WAIT_MILLIS").number(),
                1000 * Integer.parseInt(node.at("stop_grace_period").text().replace("s", "")));
    }

    @Test
    void passwordsAreSecretsAndFollowTheirUse() {
        Set<String> secrets = file.at("secrets").members().keySet();
        for (Yaml service : List.of(postgres, migrate, node)) {
            service.at("environment").members().forEach((name, value) -> {
                assertFalse(name.matches(".*PASSWORD"), name);
                if (name.endsWith("_FILE")) {
                    assertTrue(
                            service.at("secrets")
                                    .elements()
                                    .anyMatch(secret -> value.equals("/run/secrets/" + secret.text())),
                            name);
                }
            });
            service.at("secrets").elements().forEach(secret -> assertTrue(secrets.contains(secret.text())));
        }
    }

    /** Compose refuses to start a container with a read-only root that has a secret of another kind. */
    @Test
    void passwordsAreFilesThatNobodyElseTakes() {
        file.at("secrets").members().keySet().forEach(name -> {
            String secret = file.at("secrets").at(name).at("file").text();
            assertEquals("secrets/" + name, secret);
            assertTrue(Shipped.text(Path.of(".gitignore")).lines().anyMatch("docker/secrets/"::equals));
            List<String> context =
                    Shipped.text(Path.of(".dockerignore")).lines().toList();
            assertTrue(context.indexOf("docker/secrets") > context.indexOf("!docker"), context.toString());
        });
    }

    @Test
    void variablesAreThoseOfTheReference() {
        Set<String> used = new TreeSet<>(node.at("environment").members().keySet());
        used.addAll(migrate.at("environment").members().keySet());
        assertTrue(used.size() > 6, used.toString());
        used.removeAll(Shipped.documentedVariables());
        assertEquals(Set.of(), used);
    }

    @Test
    void whatIsMountedIsThere() {
        for (Yaml volume : postgres.at("volumes").elements().skip(1).toList()) {
            String source = volume.text().replaceAll(":.*", "");
            assertTrue(Files.exists(Shipped.DOCKER.resolve(source)), source);
        }
        assertTrue(Files.isExecutable(Shipped.DOCKER.resolve("postgres/initialize.sh")));
    }
}
