/**
 * The call script: a tree of steps, what is remarkable about it, and the way that answers take through it.
 *
 * <p>Rules that a script keeps by itself live here; what a campaign, a template or an execution does with it does not.
 */
@NullMarked
package org.crmagent.model.script;

import org.jspecify.annotations.NullMarked;
