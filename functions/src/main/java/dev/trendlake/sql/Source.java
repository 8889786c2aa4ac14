package dev.trendlake.sql;

import java.util.List;

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

    /** Each row of another source once for each element of an array, with the element. */
    record Expanded(Source rows, SqlExpression array, String element) implements Source {}

    /**
     * Each row of a source with the row of a statement that fits it, or with NULLs when none does.
     * No column has the name of another one.
     */
    record LeftJoined(Source rows, Select others, SqlExpression condition) implements Source {}

    /** The rows of several statements with the same columns; at least two. */
    record UnionAll(List<Select> selects) implements Source {
        /** Copies the list and checks its size. */
        public UnionAll {
            selects = List.copyOf(selects);
            if (selects.size() < 2) {
                throw new IllegalArgumentException("a union of " + selects.size());
            }
        }
    }
}
