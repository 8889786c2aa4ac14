package dev.trendlake.trend;

/** The width of a bucket (spec: trends, 2.4). */
public enum Interval {
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH
}
