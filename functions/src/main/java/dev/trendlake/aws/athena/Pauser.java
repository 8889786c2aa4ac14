package dev.trendlake.aws.athena;

import java.time.Duration;

/** How to let time pass between two looks at an execution. */
@FunctionalInterface
public interface Pauser {
    /** Returns after this time. */
    void pause(Duration duration) throws InterruptedException;

    /** Lets the calling thread sleep. */
    static Pauser sleeping() {
        return Thread::sleep;
    }
}
