package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an event happened, by our clock: the sender's is as far off as its time of sending is from
 * the time of arrival. As PostHog's capture computes it.
 */
final class EventMoment {
    /** What lies further ahead is no later than now: some zone's tomorrow may be written in UTC. */
    private static final Duration FURTHEST_AHEAD = Duration.ofHours(23);

    private static final int LAST_YEAR = 9_999;

    private EventMoment() {}

    /** The time, to the millisecond. */
    static Instant of(CapturedLine line) {
        Instant time = uncorrected(line);
        if (Duration.between(line.receivedAt(), time).compareTo(FURTHEST_AHEAD) > 0) {
            time = line.receivedAt();
        }
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return (year < 0 || year > LAST_YEAR ? Instant.EPOCH : time).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant uncorrected(CapturedLine line) {
        JsonNode offset = line.event().path("offset");
        if (offset.isNumber()) {
            return line.receivedAt().minusMillis(offset.asLong());
        }
        Optional<Instant> said =
                Optional.ofNullable(line.event().path("timestamp").textValue())
                        .flatMap(SentTime::read);
        Instant sentAt = line.sentAt();
        boolean ignoresSentAt =
                line.event().path("properties").path("$ignore_sent_at").asBoolean(false);
        if (sentAt == null || ignoresSentAt) {
            return said.orElse(line.receivedAt());
        }
        return said.map(time -> line.receivedAt().plus(Duration.between(sentAt, time)))
                .orElse(line.receivedAt());
    }
}
