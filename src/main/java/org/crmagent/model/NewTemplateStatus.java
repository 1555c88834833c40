package org.crmagent.model;

/** The statuses in which a template can be made. */
public enum NewTemplateStatus {
    DRAFT,
    PUBLISHED;

    /** The same of any template. */
    public TemplateStatus status() {
        return this == DRAFT ? TemplateStatus.DRAFT : TemplateStatus.PUBLISHED;
    }
}
