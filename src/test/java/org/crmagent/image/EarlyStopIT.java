package org.crmagent.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crmagent.it.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An entry script that is told to end before it has started its server, as the first process of a container. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "images hold Linux")
class EarlyStopIT {
    @TempDir
    Path folder;

    @Test
    void startsNoServerAnyMore() throws Exception {
        Path password = folder.resolve("password");
        assertEquals(
                0, new ProcessBuilder("mkfifo", password.toString()).start().waitFor());
        List<String> command = new ArrayList<>(List.of("unshare", "--pid", "--fork"));
        if (!System.getProperty("user.name").equals("root")) {
            command.add("--map-root-user");
        }
        command.addAll(List.of("sh", "-euc", ". docker/common.sh; echo served"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(Surroundings.CHECKOUT.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CRM_DB_URL",
                        "jdbc:postgresql://localhost/crm",
                        "CRM_DB_USER",
                        "crm",
                        "CRM_DB_PASSWORD_FILE",
                        password.toString(),
                        "CRM_CONFIG",
                        folder.resolve("config").toString()));
        Process container = builder.start();
        // opens once the script reads it, and holds it there
        try (OutputStream secret = Files.newOutputStream(password)) {
            container.children().forEach(ProcessHandle::destroy);
            TimeUnit.MILLISECONDS.sleep(200);
            secret.write('x');
        }
        assertEquals("", new String(container.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(143, container.waitFor());
    }
}
