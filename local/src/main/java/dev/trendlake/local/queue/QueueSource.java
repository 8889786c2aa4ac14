package dev.trendlake.local.queue;

/**
 * A queue whose messages a function is called with.
 *
 * @param function its logical name
 * @param queue the queue's ARN
 * @param batchSize how many messages it is given at once, at most
 * @param tellsFailures whether its answer says which messages failed ({@code
 *     ReportBatchItemFailures}); otherwise all of a batch fail or none
 * @param concurrency how many batches it is given at the same time, at most
 */
public record QueueSource(
        String function, String queue, int batchSize, boolean tellsFailures, int concurrency) {
    private static final int LARGEST_BATCH = 10_000;

    /** Checks Lambda's bounds. */
    public QueueSource {
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException("BatchSize " + batchSize);
        }
        if (concurrency < 2 || concurrency > 1_000) {
            throw new IllegalArgumentException("MaximumConcurrency " + concurrency);
        }
    }
}
