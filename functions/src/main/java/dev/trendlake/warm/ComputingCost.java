package dev.trendlake.warm;

/**
 * What the last computation of a question cost.
 *
 * @param bytes how many bytes the engine read; 0 where nobody knows
 * @param milliseconds how long it took; 0 where nobody knows
 */
public record ComputingCost(long bytes, long milliseconds) {
    /** The engine bills an execution as if it had read so much at least. */
    private static final long LEAST_BYTES = 10_000_000;

    /** Checks that neither is negative. */
    public ComputingCost {
        if (bytes < 0 || milliseconds < 0) {
            throw new IllegalArgumentException("%d bytes in %d ms".formatted(bytes, milliseconds));
        }
    }

    /** It was never computed, as far as anybody knows. */
    public static ComputingCost unknown() {
        return new ComputingCost(0, 0);
    }

    /** How many bytes are billed. */
    public long billedBytes() {
        return Math.max(bytes, LEAST_BYTES);
    }
}
