package dev.trendlake.intake.captured;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads times as SDKs write them: ISO 8601 with or without an offset or a time of day, slashes, RFC
 * 1123, and seconds or milliseconds since 1970. Without an offset it is UTC.
 */
final class SentTime {
    private static final List<DateTimeFormatter> FORMATS =
            List.of(
                    form("uuuu-MM-dd['T'][' ']H:mm[:ss", "][' '][XXX][XX][X]"),
                    form("uuuu/M/d[' ']H:mm[:ss", "]"),
                    form("M/d/uuuu[' ']H:mm[:ss", "]"),
                    DateTimeFormatter.RFC_1123_DATE_TIME,
                    DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT),
                    DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT),
                    DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT));

    private SentTime() {}

    /** The time; empty when the text is none. */
    static Optional<Instant> read(String text) {
        String plain = text.strip();
        if (plain.matches("[0-9]{10}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(plain)));
        }
        if (plain.matches("[0-9]{13}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(plain)));
        }
        return FORMATS.stream()
                .map(format -> read(format, plain))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> read(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor time =
                    format.parseBest(
                            text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof LocalDateTime local) {
                return Optional.of(local.toInstant(ZoneOffset.UTC));
            }
            return Optional.of(
                    time instanceof LocalDate day
                            ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.from(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String start, String end) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(start)
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern(end)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
