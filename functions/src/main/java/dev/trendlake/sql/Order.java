package dev.trendlake.sql;

/** By what rows are ordered. */
public record Order(SqlExpression value, boolean descending) {}
