/**
 * Qualification forms: their fields, and what must hold of them. Pure: no database, no container. A form is what a
 * qualification template holds, as a script is what a script template holds; sentences say form, names say template.
 */
@NullMarked
package org.crmagent.model.qualification;

import org.jspecify.annotations.NullMarked;
