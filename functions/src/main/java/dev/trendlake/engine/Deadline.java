package dev.trendlake.engine;

import java.time.Duration;

/** Until when an answer is of use. */
@FunctionalInterface
public interface Deadline {
    /** How much time is left; zero or negative when it has passed. */
    Duration remaining();
}
