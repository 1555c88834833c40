package org.crmagent.store.template;

import java.time.Instant;
import java.util.UUID;
import org.crmagent.model.TemplateContent;
import org.crmagent.model.TemplateStatus;

/** A template as it was read. */
public record StoredTemplate<C extends TemplateContent>(
        UUID id, C content, TemplateStatus status, int version, Instant createdAt, Instant updatedAt) {}
