/**
 * Whether a contact of a campaign may be called now, and why not: derived from what is stored, never stored itself.
 *
 * <p>Pure rules without I/O. The law on calls to consumers stands behind {@link org.crmagent.model.calling.ConsumerRules}.
 */
@NullMarked
package org.crmagent.model.calling;

import org.jspecify.annotations.NullMarked;
