package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.crmagent.tool.Source;

/** Time and ids of the running system. */
@ApplicationScoped
public class SystemSource implements Source {
    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_12_BITS = 0x0fffL;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_62_BITS = 0x3fffffffffffffffL;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** 48 bits of milliseconds, then random bits (RFC 9562, 5.7). */
    @Override
    public UUID newId() {
        long high = (Instant.now().toEpochMilli() << 16) | VERSION_7 | (random.nextLong() & RANDOM_12_BITS);
        long low = VARIANT | (random.nextLong() & RANDOM_62_BITS);
        return new UUID(high, low);
    }
}
