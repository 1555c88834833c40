/**
 * What is found at start: every tool with its schemas, checked whole before the first call, and published.
 *
 * <p>A tool gets in by being a bean; no list of tools may live here or anywhere else.
 */
@NullMarked
package org.crmagent.catalogue;

import org.jspecify.annotations.NullMarked;
