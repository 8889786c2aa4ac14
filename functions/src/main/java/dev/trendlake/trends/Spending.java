package dev.trendlake.trends;

/** Is told when a question is about to be computed, which costs something. */
@FunctionalInterface
public interface Spending {
    /**
     * Counts it.
     *
     * @throws dev.trendlake.error.TooManyRequests when the caller has had all that it may
     */
    void spend();
}
