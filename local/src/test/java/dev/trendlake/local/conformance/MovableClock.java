package dev.trendlake.local.conformance;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that shows what it was set to. */
final class MovableClock implements InstantSource {
    private volatile Instant now = Instant.EPOCH;

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
