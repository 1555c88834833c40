package org.crmagent.tool;

/**
 * What a planned tool would do.
 *
 * @param preview the answer of a dry run: the figures the real run would report
 * @param count what {@code expectedCount} is compared with (added; removed; assigned + reassigned; detached)
 * @param fingerprint order-free hash of the affected rows with their state ({@code bit_xor} of row hashes); two plans
 *     with equal count and fingerprint touch the same rows in the same state
 * @param needsExpectedCount true when the effect is so large that {@code expectedCount} or a preview token is required
 *     besides {@code confirm}
 */
public record Plan<O extends Record>(Result<O> preview, long count, long fingerprint, boolean needsExpectedCount) {}
