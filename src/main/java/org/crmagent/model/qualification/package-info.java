/** Qualification forms: their fields, and what must hold of them. Pure: no database, no container. */
@NullMarked
package org.crmagent.model.qualification;

import org.jspecify.annotations.NullMarked;
