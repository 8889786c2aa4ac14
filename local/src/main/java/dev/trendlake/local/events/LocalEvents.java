package dev.trendlake.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.queue.LocalQueues;
import dev.trendlake.local.s3.ObjectChange;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** S3's events on their way through EventBridge's rules into queues. Safe for many threads. */
public final class LocalEvents {
    private final Set<String> buckets;
    private final List<EventRule> rules;
    private final LocalQueues queues;
    private final ObjectEvent events;
    private final InstantSource clock;
    private final AtomicLong number;

    /**
     * Takes the rules.
     *
     * @param buckets the names of those that tell EventBridge of their objects
     * @param account whose buckets they are
     * @param region where they are
     * @param clock the events' time; also makes their numbers grow from one start to the next
     */
    public LocalEvents(
            Set<String> buckets,
            List<EventRule> rules,
            LocalQueues queues,
            String account,
            String region,
            InstantSource clock) {
        this.buckets = Set.copyOf(buckets);
        this.rules = List.copyOf(rules);
        this.queues = queues;
        this.events = new ObjectEvent(account, region);
        this.clock = clock;
        this.number = new AtomicLong(clock.millis() << 16);
    }

    /** Sends what happened to the queues that want to know; it is kept when this returns. */
    public void accept(ObjectChange change) {
        if (!buckets.contains(change.bucket())) {
            return;
        }
        ObjectNode event = events.of(change, clock.instant(), number.incrementAndGet());
        for (EventRule rule : rules) {
            if (rule.pattern().matches(event)) {
                rule.queues().forEach(queue -> queues.byArn(queue).send(event.toString()));
            }
        }
    }
}
