package dev.trendlake.trend;

/**
 * One thing that a question is broken down by (spec: trends, 5.1).
 *
 * @param property whose value tells the entries apart
 * @param normalizesUrl whether trailing slashes, question marks and hashes are dropped
 * @param binCount into how many bins numbers are sorted (5.5); 0 for none
 * @param address where it stood in the request
 */
public record Dimension(Property property, boolean normalizesUrl, int binCount, Address address) {
    /** Checks the number of bins. */
    public Dimension {
        if (binCount < 0) {
            throw new IllegalArgumentException("a histogram of " + binCount + " bins");
        }
    }
}
