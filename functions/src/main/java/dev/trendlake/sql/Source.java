package dev.trendlake.sql;

/** Where rows come from. */
public sealed interface Source {
    /** A table of the lake. */
    record Table(String name) implements Source {}

    /** The rows of another statement. */
    record Subselect(Select select) implements Source {}

    /**
     * Each row of another source once for each element of an array, with the element and its place,
     * counted from 1.
     */
    record Unnested(Source rows, SqlExpression array, String element, String ordinality)
            implements Source {}
}
