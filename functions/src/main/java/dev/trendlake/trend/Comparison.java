package dev.trendlake.trend;

/** With which earlier period the range is compared (spec: trends, 6). */
public sealed interface Comparison {
    /** With none. */
    record None() implements Comparison {}

    /** With this one, which has as many buckets of its own as it needs. */
    record With(TimeRange previous) implements Comparison {}
}
