package dev.trendlake.intake.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One event that was made from something else than an export.
 *
 * @param event its name; not empty
 * @param timestamp when it happened, to the millisecond
 * @param distinctId who did it, in the words of the sender; not empty
 * @param personId the person it is attributed to; empty for the one behind a distinct id of whom
 *     nothing else is known
 * @param uuid its id; not empty
 * @param elementsChain the clicked elements; empty but for autocapture
 * @param personProperties text of a JSON object
 * @param properties text of a JSON object
 */
public record Event(
        String event,
        Instant timestamp,
        String distinctId,
        String personId,
        String uuid,
        String elementsChain,
        String personProperties,
        String properties) {
    /** Cuts off what is finer than a millisecond. */
    public Event {
        timestamp = timestamp.truncatedTo(ChronoUnit.MILLIS);
    }
}
