/**
 * The road that every call walks, whatever door it came in by: {@link org.crmagent.call.Road} outside the transaction,
 * {@link org.crmagent.call.Passage} inside it.
 *
 * <p>Rules about every call live here and nowhere else: members of the body, organization and module, confirmation,
 * idempotency, previews, audit. Nothing here knows HTTP beyond status numbers, or any single tool.
 */
@NullMarked
package org.crmagent.call;

import org.jspecify.annotations.NullMarked;
