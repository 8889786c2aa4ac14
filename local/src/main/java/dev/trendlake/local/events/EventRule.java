package dev.trendlake.local.events;

import java.util.List;

/**
 * Which events go where.
 *
 * @param name its logical name
 * @param pattern which events
 * @param queues the ARNs of the queues that get them
 */
public record EventRule(String name, EventPattern pattern, List<String> queues) {
    /** Copies the list. */
    public EventRule {
        queues = List.copyOf(queues);
    }
}
