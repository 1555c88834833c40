package org.crmagent.store.template;

import org.crmagent.model.TemplateContent;

/**
 * A stored template that is to have other content.
 *
 * @param pointer where the content stands in the input; empty for the input itself
 */
public record Changed<C extends TemplateContent>(String pointer, StoredTemplate<C> before, C content) {}
