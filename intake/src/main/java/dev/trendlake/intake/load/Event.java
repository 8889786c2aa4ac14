package dev.trendlake.intake.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One event as it stands in the lake.
 *
 * @param event its name
 * @param timestamp when it happened, to the millisecond
 * @param membership the session and the groups it belongs to
 * @param distinctId who did it, in the words of the sender
 * @param personId the person it was attributed to when it was taken in
 * @param uuid its id
 * @param elementsChain the clicked elements; empty but for autocapture
 * @param personProperties compact JSON object
 * @param properties compact JSON object
 */
public record Event(
        String event,
        Instant timestamp,
        Membership membership,
        String distinctId,
        String personId,
        String uuid,
        String elementsChain,
        String personProperties,
        String properties) {

    /** The UTC day that the event is filed under. */
    public LocalDate day() {
        return LocalDate.ofInstant(timestamp, ZoneOffset.UTC);
    }

    /** What makes it the same event as another of its day. */
    EventKey key() {
        return EventKey.of(event, distinctId, uuid);
    }
}
