/**
 * What call scripts and qualification forms have in common as stored templates: their rows, names and pages, who has
 * them, how they are imported and exported. Texts of SQL differ by {@link org.crmagent.store.template.TemplateKind} only, whose words are constants.
 */
@NullMarked
package org.crmagent.store.template;

import org.jspecify.annotations.NullMarked;
