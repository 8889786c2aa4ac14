package dev.trendlake.trend;

/** With which earlier period the range is compared (spec: trends, 6). */
public sealed interface Comparison {
    /** With none. */
    record None() implements Comparison {}

    /** With the period just before. */
    record PreviousPeriod() implements Comparison {}

    /** With the period that starts this far back: a relative date such as {@code -1y}. */
    record Shifted(String offset) implements Comparison {}
}
