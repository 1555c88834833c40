/**
 * Call scripts as templates: written, checked, shown, shared between organizations, taken away.
 *
 * <p>What a script is and how one goes through it lies in {@code model.script}.
 */
@NullMarked
package org.crmagent.tools.scripttemplates;

import org.jspecify.annotations.NullMarked;
