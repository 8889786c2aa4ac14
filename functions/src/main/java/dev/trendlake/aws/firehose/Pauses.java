package dev.trendlake.aws.firehose;

import java.time.Duration;

/** How to let time pass between two attempts. */
@FunctionalInterface
public interface Pauses {
    /** Returns after this time. */
    void pause(Duration duration) throws InterruptedException;
}
