/** The people who call: what several families must know of them before they name one. */
@NullMarked
package org.crmagent.store.agent;

import org.jspecify.annotations.NullMarked;
