package dev.trendlake.trend;

/**
 * A combination of the series, which letters stand for (spec: trends, 8).
 *
 * @param expression the arithmetic, as asked
 * @param customName the caller's own name for it; empty without one
 * @param address where it stood in the request
 */
public record Formula(String expression, String customName, Address address) {}
