package dev.trendlake.local.queue;

import java.time.Duration;

/**
 * A queue whose messages a function is called with.
 *
 * @param function its logical name
 * @param queue the queue's ARN
 * @param batchSize how many messages it is given at once, at most
 * @param window how long it waits for a batch to fill
 * @param tellsFailures whether its answer says which messages failed ({@code
 *     ReportBatchItemFailures}); otherwise all of a batch fail or none
 * @param concurrency how many batches it is given at the same time, at most
 */
public record QueueSource(
        String function,
        String queue,
        int batchSize,
        Duration window,
        boolean tellsFailures,
        int concurrency) {
    private static final int LARGEST_BATCH = 10_000;
    private static final int LARGEST_BATCH_AT_ONCE = 10;
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);

    /** Checks Lambda's bounds. */
    public QueueSource {
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException("BatchSize " + batchSize);
        }
        if (window.isNegative()
                || window.compareTo(LONGEST_WINDOW) > 0
                || (window.isZero() && batchSize > LARGEST_BATCH_AT_ONCE)) {
            throw new IllegalArgumentException(
                    "MaximumBatchingWindowInSeconds %d for a BatchSize of %d"
                            .formatted(window.toSeconds(), batchSize));
        }
        if (concurrency < 2 || concurrency > 1_000) {
            throw new IllegalArgumentException("MaximumConcurrency " + concurrency);
        }
    }
}
