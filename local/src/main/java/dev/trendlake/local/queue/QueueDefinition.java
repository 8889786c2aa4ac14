package dev.trendlake.local.queue;

import java.time.Duration;

/**
 * An SQS queue.
 *
 * @param name its physical name
 * @param arn its ARN
 * @param visibility for how long a message that was received is hidden from others
 * @param deadLetters the ARN of the queue for messages that are given up; empty for none
 * @param receives how often a message is received before it is given up
 */
public record QueueDefinition(
        String name, String arn, Duration visibility, String deadLetters, int receives) {
    // SQS's bounds.
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST_RECEIVES = 1_000;

    /** Checks SQS's bounds. */
    public QueueDefinition {
        if (visibility.isNegative() || visibility.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("VisibilityTimeout " + visibility.toSeconds());
        }
        if (!deadLetters.isEmpty() && (receives < 1 || receives > MOST_RECEIVES)) {
            throw new IllegalArgumentException("maxReceiveCount " + receives);
        }
        if (name.endsWith(".fifo")) {
            throw new IllegalArgumentException("the FIFO queue " + name);
        }
    }

    /** Whether a message that was received so often is given up. */
    boolean givesUpAfter(int received) {
        return !deadLetters.isEmpty() && received >= receives;
    }
}
