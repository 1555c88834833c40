/**
 * Qualification forms as templates: written, checked, shown, shared between organizations.
 *
 * <p>What a field is lies in {@code model.qualification}.
 */
@NullMarked
package org.crmagent.tools.qualificationtemplates;

import org.jspecify.annotations.NullMarked;
