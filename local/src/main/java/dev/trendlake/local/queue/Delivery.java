package dev.trendlake.local.queue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a queue delivers. SQS promises no order and to deliver at least once, which is mostly once
 * and in the order of sending: a test can ask for what is rare there.
 *
 * @param copies how often each message is delivered
 * @param random from where the order is taken; null for the order of sending
 */
public record Delivery(int copies, @Nullable RandomGenerator random) {
    /** Once, and in the order of sending. */
    public static final Delivery USUAL = new Delivery(1, null);

    /** Twice each, in an order that a number decides. */
    public static Delivery twiceAndShuffled(RandomGenerator random) {
        return new Delivery(2, random);
    }

    /** Checks the number. */
    public Delivery {
        if (copies < 1) {
            throw new IllegalArgumentException(copies + " copies");
        }
    }

    <T> T pick(List<T> inOrder) {
        RandomGenerator chosen = random;
        return chosen == null ? inOrder.getFirst() : inOrder.get(chosen.nextInt(inOrder.size()));
    }
}
