package dev.trendlake.capture;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDs of version 7 (RFC 9562, 5.7): the milliseconds since 1970, then chance. */
final class TimeOrderedUuid {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedUuid() {}

    static UUID at(Instant time, RandomGenerator random) {
        return new UUID(
                (time.toEpochMilli() << 16) | VERSION | (random.nextLong() & 0xFFFL),
                VARIANT | (random.nextLong() >>> 2));
    }
}
