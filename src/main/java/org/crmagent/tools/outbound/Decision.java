package org.crmagent.tools.outbound;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a bulk tool decided on a set of contacts: each is counted once.
 *
 * @param count those that it will act on
 * @param skipped those that it will not, by the reason why
 * @param owners of those that it will act on, how many each agent has
 * @param fingerprint order-free hash of those that it will act on, with their state
 * @param sample the first of those that it will act on
 */
record Decision(long count, Map<String, Long> skipped, Map<UUID, Long> owners, long fingerprint, List<UUID> sample) {

    long matched() {
        return count + skipped.values().stream().mapToLong(Long::longValue).sum();
    }

    long skipped(String reason) {
        return skipped.getOrDefault(reason, 0L);
    }

    /** Those that it will act on and nobody is assigned to. */
    long unowned() {
        return count - owners.values().stream().mapToLong(Long::longValue).sum();
    }
}
