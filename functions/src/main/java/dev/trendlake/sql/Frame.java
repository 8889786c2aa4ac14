package dev.trendlake.sql;

/** Which rows of its partition a window function looks at. */
public enum Frame {
    /** All of them, or with an order those up to the row at hand and its equals. */
    USUAL(""),
    /** Those after the row at hand. */
    ROWS_AFTER("ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING");

    private final String text;

    Frame(String text) {
        this.text = text;
    }

    /** How SQL writes it. */
    String text() {
        return text;
    }
}
