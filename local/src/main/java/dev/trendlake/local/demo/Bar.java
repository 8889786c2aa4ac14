package dev.trendlake.local.demo;

/**
 * A bar of a chart.
 *
 * @param label what it stands for
 * @param value how long it is
 */
record Bar(String label, double value) {}
