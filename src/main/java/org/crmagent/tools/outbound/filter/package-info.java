/**
 * Which contacts, and which contacts of a campaign, a call means: the criteria as callers give them, the rules across them,
 * and the SQL they become. Every tool that takes a filter takes it from here, so that the same filter means the same rows
 * in listing, adding, removing and assigning. No tool, and no SQL beyond conditions.
 */
@NullMarked
package org.crmagent.tools.outbound.filter;

import org.jspecify.annotations.NullMarked;
