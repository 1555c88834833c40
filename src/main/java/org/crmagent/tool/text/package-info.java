/**
 * Texts as people and hashes compare them: without case and accents, with slips counted, as one canonical text.
 *
 * <p>Pure functions that tools and the road both need; they know strings and JSON values and nothing of the product.
 */
@NullMarked
package org.crmagent.tool.text;

import org.jspecify.annotations.NullMarked;
