package dev.trendlake.sql;

/** How conditions are combined. */
public enum Connective {
    AND,
    OR
}
