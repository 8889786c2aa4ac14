package dev.trendlake.trend;

/**
 * How many values of a breakdown have an entry of their own (spec: trends, 5.2).
 *
 * @param values how many, at least 1
 * @param hidesOther whether the rest is left out rather than added up in one entry
 */
public record BreakdownLimit(int values, boolean hidesOther) {
    /** Checks the number. */
    public BreakdownLimit {
        if (values < 1) {
            throw new IllegalArgumentException("a breakdown limit of " + values);
        }
    }
}
