package dev.trendlake.access;

import dev.trendlake.error.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How much a key may ask for, by minutes and hours of the clock (spec: HTTP, 4). What is computed
 * is counted before it is started. What is known already is counted some at a time, so that a kept
 * answer costs no write: this process remembers them until then. For one request at a time, as
 * Lambda calls a function.
 */
public final class RateLimits {
    /** A part of the smaller limit that is small enough to be counted late. */
    private static final long PARTS = 24;

    private final long perMinute;
    private final long perHour;
    private final UsageCounts counts;
    private final Map<KeyHash, Long> uncounted = new HashMap<>();

    /**
     * Takes the limits.
     *
     * @param perMinute how many requests a key has in a minute; 0 for any number
     * @param perHour how many requests a key has in an hour; 0 for any number
     */
    public RateLimits(long perMinute, long perHour, UsageCounts counts) {
        if (perMinute < 0 || perHour < 0) {
            throw new IllegalArgumentException("limits of %d, %d".formatted(perMinute, perHour));
        }
        this.perMinute = perMinute;
        this.perHour = perHour;
        this.counts = counts;
    }

    /** Whether there is any limit, and so anything to count. */
    public boolean areOn() {
        return perMinute > 0 || perHour > 0;
    }

    /**
     * Lets a request in.
     *
     * @param usage what was counted before it
     * @throws TooManyRequests when the key has had all that it may ask for
     */
    public Allowance admit(KeyHash key, Usage usage, Instant now) {
        if (areOn()) {
            check(usage.plus(uncounted.getOrDefault(key, 0L)).plus(1), now);
        }
        return new Allowance(key, now);
    }

    private void check(Usage usage, Instant now) {
        // The hour first: who has used it up need not ask again in a minute.
        if (perHour > 0 && usage.inHour() > perHour) {
            throw new TooManyRequests(untilNext(ChronoUnit.HOURS, now));
        }
        if (perMinute > 0 && usage.inMinute() > perMinute) {
            throw new TooManyRequests(untilNext(ChronoUnit.MINUTES, now));
        }
    }

    private static Duration untilNext(ChronoUnit unit, Instant now) {
        return Duration.between(
                now, now.atZone(ZoneOffset.UTC).truncatedTo(unit).plus(1, unit).toInstant());
    }

    private long countedAtOnce() {
        long smaller = LongStream.of(perMinute, perHour).filter(limit -> limit > 0).min().orElse(0);
        return Math.max(1, smaller / PARTS);
    }

    /** What one request may still take. */
    public final class Allowance implements AutoCloseable {
        private final KeyHash key;
        private final Instant now;
        private boolean isTaken;

        private Allowance(KeyHash key, Instant now) {
            this.key = key;
            this.now = now;
        }

        /**
         * Counts something that is about to be computed for the request.
         *
         * @throws TooManyRequests when others have taken the last of it meanwhile
         */
        public void takeToCompute() {
            if (areOn()) {
                isTaken = true;
                long requests = uncounted.getOrDefault(key, 0L) + 1;
                uncounted.remove(key);
                counts.add(key, now, requests).ifPresent(usage -> check(usage, now));
            }
        }

        /** Counts the request if nothing was computed for it, however it ended. */
        @Override
        public void close() {
            if (areOn() && !isTaken && uncounted.merge(key, 1L, Long::sum) >= countedAtOnce()) {
                counts.add(key, now, uncounted.getOrDefault(key, 0L));
                uncounted.remove(key);
            }
        }
    }
}
