package dev.trendlake.sql;

/** A value that a statement gives, and its name. */
public record Projection(SqlExpression value, String name) {}
