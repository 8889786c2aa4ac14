package dev.trendlake.bench.lake;

import java.time.Instant;

/**
 * An event as PostHog exports it.
 *
 * @param event its name
 * @param timestamp when it happened
 * @param distinctId who did it
 * @param personId the person's UUID
 * @param uuid its own UUID
 * @param personProperties a JSON object
 * @param properties a JSON object
 */
record ExportedEvent(
        String event,
        Instant timestamp,
        String distinctId,
        String personId,
        String uuid,
        String personProperties,
        String properties) {}
