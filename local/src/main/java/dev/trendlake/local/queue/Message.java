package dev.trendlake.local.queue;

import java.time.Instant;

/**
 * A message as its queue keeps it.
 *
 * @param id its own
 * @param body what was sent
 * @param sentAt when
 * @param receives how often it was received
 * @param firstReceivedAt when it was received first; when it was sent while it wasn't
 * @param visibleAt from when on it can be received
 * @param receipt what the latest receiver names it by; empty before there was one
 */
public record Message(
        String id,
        String body,
        Instant sentAt,
        int receives,
        Instant firstReceivedAt,
        Instant visibleAt,
        String receipt) {
    static Message sent(String id, String body, Instant now) {
        return new Message(id, body, now, 0, now, now, "");
    }

    Message received(String newReceipt, Instant now, Instant hiddenUntil) {
        return new Message(
                id,
                body,
                sentAt,
                receives + 1,
                receives == 0 ? now : firstReceivedAt,
                hiddenUntil,
                newReceipt);
    }

    Message visibleAt(Instant time) {
        return new Message(id, body, sentAt, receives, firstReceivedAt, time, receipt);
    }

    /** As it is in another queue: nobody has received it there. */
    Message moved(Instant now) {
        return new Message(id, body, sentAt, 0, sentAt, now, "");
    }
}
