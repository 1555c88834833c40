/**
 * The HTTP door: two operations, who may enter, media types, sizes, headers, and the envelope around every fault.
 *
 * <p>What happens to a call once it is inside belongs to {@code call}; nothing here knows an organization, a tool or SQL.
 * The other door, {@code mcp}, takes from here who may enter, how a body is read and how an answer goes out. Only Jakarta and
 * MicroProfile interfaces are used, so that every server answers alike.
 */
@NullMarked
package org.crmagent.http;

import org.jspecify.annotations.NullMarked;
