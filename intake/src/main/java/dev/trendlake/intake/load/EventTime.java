package dev.trendlake.intake.load;

import io.airlift.slice.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Reads the time of an event: ISO 8601 with {@code T} or a blank, any fraction of a second, {@code
 * Z}, an offset, or neither for UTC. What is finer than a millisecond is cut off.
 */
final class EventTime {
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("['T'][' ']HH:mm[:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendPattern("][XXX][XX][X]")
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Clock clock;

    EventTime(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks a time, in milliseconds since 1970.
     *
     * @throws LineRefused when its UTC day is none that the table has: from 2010-01-01 to tomorrow
     */
    void check(long time) throws LineRefused {
        long lastDay = Math.floorDiv(clock.millis(), DAY) + 1;
        long day = Math.floorDiv(time, DAY);
        if (day < FIRST_DAY.toEpochDay() || day > lastDay) {
            throw new LineRefused(
                    "timestamp '%s' is outside %s to %s, the days of the lake (UTC)"
                            .formatted(
                                    Instant.ofEpochMilli(time),
                                    FIRST_DAY,
                                    LocalDate.ofEpochDay(lastDay)));
        }
    }

    /**
     * Reads a time of any day, in milliseconds since 1970.
     *
     * @param text in ASCII
     */
    static long milliseconds(String field, Slice text) throws LineRefused {
        long time = QuickTime.milliseconds(text);
        return time == QuickTime.UNKNOWN ? parse(field, text.toStringUtf8()).toEpochMilli() : time;
    }

    /** Reads a time of any day, to whatever fraction it has. */
    static Instant parse(String field, String text) throws LineRefused {
        try {
            TemporalAccessor time =
                    FORMAT.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            if (time instanceof LocalDateTime local) {
                return local.toInstant(ZoneOffset.UTC);
            }
            return Instant.from(time);
        } catch (DateTimeParseException e) {
            throw new LineRefused("%s '%s' is no ISO 8601 time".formatted(field, text));
        }
    }
}
