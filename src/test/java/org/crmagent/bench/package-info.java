/** Measures the tools on a large organization beside the best SQL known, on the same database in turn. */
@NullMarked
package org.crmagent.bench;

import org.jspecify.annotations.NullMarked;
