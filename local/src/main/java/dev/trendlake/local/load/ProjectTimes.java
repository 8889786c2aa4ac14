package dev.trendlake.local.load;

import java.time.Instant;

/** Knows the projects, and when the first event of each happened. */
public interface ProjectTimes {
    /** Whether there is such a project. */
    boolean exists(long projectId);

    /** Makes sure that a project's first event is no later than this instant. */
    void lowerEarliestEvent(long projectId, Instant time);
}
