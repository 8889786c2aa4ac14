package dev.trendlake.intake.load;

import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import java.time.Instant;

/**
 * An event as it came, not yet checked. Texts are UTF-8, and empty where nothing came.
 *
 * @param event its name
 * @param timestamp when it happened, in milliseconds since 1970; {@link #NO_TIME} when nothing says
 *     it
 * @param distinctId who did it, in the words of the sender
 * @param personId the person it is attributed to; empty for the one that nothing else is known of
 * @param uuid its id
 * @param elementsChain the clicked elements; empty but for autocapture
 * @param personProperties text of a JSON object; blank or {@code null} for one without fields
 * @param properties the same
 */
record RawEvent(
        Slice event,
        long timestamp,
        Slice distinctId,
        Slice personId,
        Slice uuid,
        Slice elementsChain,
        Slice personProperties,
        Slice properties) {
    /** No time came. */
    static final long NO_TIME = Long.MIN_VALUE;

    static RawEvent of(Event event) {
        return new RawEvent(
                Slices.utf8Slice(event.event()),
                event.timestamp().toEpochMilli(),
                Slices.utf8Slice(event.distinctId()),
                Slices.utf8Slice(event.personId()),
                Slices.utf8Slice(event.uuid()),
                Slices.utf8Slice(event.elementsChain()),
                Slices.utf8Slice(event.personProperties()),
                Slices.utf8Slice(event.properties()));
    }

    Instant time() {
        return Instant.ofEpochMilli(timestamp);
    }
}
