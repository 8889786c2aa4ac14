package dev.trendlake.trend;

/** The width of a bucket (spec: trends, 2.4). */
public enum Interval {
    HOUR,
    DAY,
    WEEK,
    MONTH
}
