package dev.trendlake.aws.athena;

import dev.trendlake.engine.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only in pauses. */
final class FakeTime implements Pauser, Deadline {
    private final List<Duration> pauses = new ArrayList<>();
    private Duration remaining;

    FakeTime(Duration remaining) {
        this.remaining = remaining;
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        remaining = remaining.minus(duration);
    }

    @Override
    public Duration remaining() {
        return remaining;
    }

    /** How long each pause was, in the order of time. */
    List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** Moves the end away or nearer. */
    void setRemaining(Duration remaining) {
        this.remaining = remaining;
    }
}
