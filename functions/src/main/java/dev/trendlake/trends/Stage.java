package dev.trendlake.trends;

/** A part of the work on a request, in the order of the work. */
public enum Stage {
    /** Whether the caller may ask. */
    ADMIT,
    /** What is asked. */
    READ,
    /** Whether it is known already. */
    CACHE,
    /** How to find out. */
    PLAN,
    /** The engine's work. */
    QUERY,
    /** What the rows mean. */
    ANSWER,
    /** Keeping the rows. */
    KEEP
}
