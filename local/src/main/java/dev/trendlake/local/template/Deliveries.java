package dev.trendlake.local.template;

import dev.trendlake.local.events.EventRule;
import dev.trendlake.local.firehose.DeliveryStream;
import dev.trendlake.local.queue.QueueDefinition;
import dev.trendlake.local.queue.QueueSource;
import dev.trendlake.local.schedule.Schedule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reaches functions without a request; the maps are by logical name.
 *
 * @param tellingBuckets the names of the buckets that tell EventBridge of their objects
 * @param rules which events go to which queues
 * @param queues the SQS queues
 * @param sources the queues that functions read
 * @param schedules the functions that the clock calls
 * @param streams the Firehose streams
 */
public record Deliveries(
        Set<String> tellingBuckets,
        List<EventRule> rules,
        Map<String, QueueDefinition> queues,
        List<QueueSource> sources,
        List<Schedule> schedules,
        Map<String, DeliveryStream> streams) {
    /** Copies the collections. */
    public Deliveries {
        tellingBuckets = Set.copyOf(tellingBuckets);
        rules = List.copyOf(rules);
        queues = Collections.unmodifiableMap(new LinkedHashMap<>(queues));
        sources = List.copyOf(sources);
        schedules = List.copyOf(schedules);
        streams = Map.copyOf(streams);
    }
}
