package org.crmagent.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.model.script.ScriptStep;

/** A call script as it is edited. */
@Entity
@SuppressWarnings("UnusedVariable") // columns are read by the provider only
@Table(name = "script_template")
public class ScriptTemplate extends Template<ScriptContent> {

    private String language;

    private String steps;

    protected ScriptTemplate() {}

    /** A new one. */
    public ScriptTemplate(UUID organizationId, UUID id, ScriptContent content, TemplateStatus status, Instant now) {
        super(organizationId, id, content, status, now);
        language = content.language();
        steps = ScriptStep.write(content.steps()).toString();
    }

    @Override
    protected void writeParts(ScriptContent content) {
        language = content.language();
        steps = ScriptStep.write(content.steps()).toString();
    }
}
