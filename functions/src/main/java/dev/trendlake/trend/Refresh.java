package dev.trendlake.trend;

/** Whether a kept answer will do (spec: HTTP, 3). */
public enum Refresh {
    /** A kept answer will do as long as it is fresh. */
    IF_STALE,
    /** The answer is computed anew. */
    ALWAYS
}
