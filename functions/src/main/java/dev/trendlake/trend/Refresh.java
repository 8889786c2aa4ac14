package dev.trendlake.trend;

/** How good a kept answer has to be, and who waits for a better one (spec: HTTP, 3). */
public enum Refresh {
    /** A kept answer will do, however old; nothing is computed. */
    NEVER,
    /** A kept answer will do as long as it is fresh; the caller waits for a new one. */
    IF_STALE,
    /** The answer is computed anew, and the caller waits for it. */
    ALWAYS,
    /** As {@link #IF_STALE}, but nobody waits: a stale answer is given meanwhile. */
    IN_BACKGROUND_IF_STALE,
    /** As {@link #IN_BACKGROUND_IF_STALE}, but answers count as fresh for longer. */
    IN_BACKGROUND_IF_VERY_STALE,
    /** As {@link #IN_BACKGROUND_IF_STALE}, but the caller waits where nothing is kept. */
    IN_BACKGROUND_UNLESS_MISSING,
    /** The answer is computed anew, and nobody waits for it. */
    IN_BACKGROUND
}
