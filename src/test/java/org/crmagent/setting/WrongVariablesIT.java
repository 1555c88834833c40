package org.crmagent.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.crmagent.it.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the scripts of the shipped servers read: a value that can't be meant ends them before a server starts. */
class WrongVariablesIT {
    private static final String[] SERVERS = {"payara", "wildfly", "liberty"};
    private static final Map<String, String> RIGHT = Map.of(
            "CRM_DB_URL", "jdbc:postgresql://db.example/crm", "CRM_DB_USER", "crm_node", "CRM_DB_PASSWORD", "secret");

    @ParameterizedTest
    @CsvSource({
        "CRM_DB_URL, postgres://crm:secret@db.example, 'CRM_DB_URL is \"postgres:…\": it must be a JDBC URL such as"
                + " jdbc:postgresql://localhost:5432/crm.'",
        "CRM_DB_PASSWORD, a${user.home}, 'CRM_DB_URL, CRM_DB_USER and CRM_DB_PASSWORD may not hold ${: servers would put something"
                + " else in its place.'",
        "CRM_DB_PASSWORD_FILE, /no/such/file, 'CRM_DB_PASSWORD_FILE is \"/no/such/file\": it must be a file that can be read.'",
        "CRM_DB_POOL_MIN, few, 'CRM_DB_POOL_MIN is \"few\": it must be a whole number from 0 to 1000.'",
        "CRM_DB_POOL_MIN, 33, 'CRM_DB_POOL_MIN is \"33\": it must be at most CRM_DB_POOL_MAX, which is \"32\".'",
        "CRM_DB_POOL_MAX, 0, 'CRM_DB_POOL_MAX is \"0\": it must be a whole number from 1 to 1000.'",
        "CRM_DB_POOL_WAIT, 3s, 'CRM_DB_POOL_WAIT is \"3s\": it must be a whole number from 1 to 240000.'",
        "CRM_HTTP_PORT, 65536, 'CRM_HTTP_PORT is \"65536\": it must be a whole number from 1 to 65535.'",
        "CRM_MANAGEMENT_PORT, -1, 'CRM_MANAGEMENT_PORT is \"-1\": it must be a whole number from 1 to 65535.'",
        "CRM_LOG_FORMAT, xml, 'CRM_LOG_FORMAT is \"xml\": it must be json or text.'"
    })
    void endTheScriptWithASentence(String name, String value, String sentence) throws Exception {
        for (String server : SERVERS) {
            ProcessBuilder builder = new ProcessBuilder(
                    "sh",
                    Surroundings.CHECKOUT
                            .resolve("docker/" + server + "/entry.sh")
                            .toString());
            builder.environment().putAll(RIGHT);
            builder.environment().put(name, value);
            Process script = builder.redirectErrorStream(true).start();
            String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(sentence + "\n", said, server);
            assertEquals(2, script.waitFor(), server);
        }
    }
}
