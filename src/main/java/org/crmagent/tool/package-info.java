/**
 * The port that tools are written against: what a tool is, what it is given, what it may answer and how it refuses.
 *
 * <p>Only types that a tool's class names may live here. Nothing here knows HTTP, SQL or JSON Schema; nothing here
 * depends on another package of the product.
 */
@NullMarked
package org.crmagent.tool;

import org.jspecify.annotations.NullMarked;
