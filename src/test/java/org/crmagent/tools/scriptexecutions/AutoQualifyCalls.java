package org.crmagent.tools.scriptexecutions;

import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.crmagent.it.Api;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Calls to a node that is configured to ask an AI server, which does what the test says. */
@Timeout(120)
abstract class AutoQualifyCalls extends ExecutionCalls {
    static final Duration READ = Duration.ofMillis(800);
    static final Duration PAUSE = Duration.ofMillis(1500);
    static final String FORM = """
            [{"key": "owner", "label": "Propriétaire", "type": "boolean", "required": true, "score": 10},
             {"key": "heating", "label": "Chauffage", "type": "select", "options": ["Gaz", "Fioul"], "score": {"Fioul": 30}},
             {"key": "age", "label": "Âge", "type": "number", "min": 0, "max": 90},
             {"key": "note", "label": "Note", "type": "text"}]""";

    static final String GOOD = "{\"values\": {\"owner\": true, \"heating\": \"Fioul\", \"age\": 12, \"note\": null}}";

    static AiDouble ai;
    static Server node;

    protected UUID form;

    @BeforeAll
    static void start() throws Exception {
        ai = new AiDouble();
        node = Surroundings.node(
                "auto-qualify",
                Surroundings.owner(),
                Map.of(
                        "CRM_AUTO_QUALIFY_URL", ai.url(),
                        "CRM_AUTO_QUALIFY_TOKEN", "sesame",
                        "CRM_AUTO_QUALIFY_READ_TIMEOUT_MILLIS", Long.toString(READ.toMillis()),
                        "CRM_AUTO_QUALIFY_PAUSE_MILLIS", Long.toString(PAUSE.toMillis())));
        node.awaitReady();
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        ai.close();
    }

    @Override
    Api caller() {
        return new Api(node);
    }

    @BeforeEach
    void attachForm() throws SQLException {
        form = UUID.randomUUID();
        workspace.run(
                "insert into qualification_template (organization_id, id, name, status, fields, version) values (:org, ?, ?, 'published', ?::jsonb, 3)",
                form,
                "Form " + form,
                FORM);
        workspace.run("update campaign set qualification_template_id = ? where organization_id = :org", form);
        ai.does(AiDouble.says(GOOD));
    }

    JsonObjectBuilder asking(String... answers) {
        return here().add("autoQualify", true).add("responses", responses(answers));
    }

    protected Map<String, Object> stored() throws SQLException {
        return workspace
                .rows("select * from qualification where organization_id = :org")
                .get(0);
    }
}
