package dev.trendlake.trend;

/** What is made of many numbers. */
public enum Statistic {
    AVERAGE,
    SUM,
    MINIMUM,
    MAXIMUM,
    MEDIAN,
    P75,
    P90,
    P95,
    P99
}
