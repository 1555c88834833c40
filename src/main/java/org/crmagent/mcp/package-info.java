/**
 * The other door: the Model Context Protocol at {@code POST /crm/mcp}, revision 2026-07-28 and, for older clients, 2025-11-25
 * and 2025-06-18.
 *
 * <p>Stateless: one JSON-RPC message in a request, one in its answer, no session and no stream. What happens to a tool call
 * belongs to {@code call}, who may enter to {@code http}; here is only how the protocol says it. Off unless configured.
 */
@NullMarked
package org.crmagent.mcp;

import org.jspecify.annotations.NullMarked;
