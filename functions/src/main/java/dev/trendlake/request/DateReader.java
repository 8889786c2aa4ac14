package dev.trendlake.request;

import dev.trendlake.request.ResolvedDate.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Resolves the dates of a request against the moment it was made, on the wall clock of the
 * project's zone (spec: trends, 2.1).
 */
final class DateReader {
    // Far more than any date; keeps the search for a pattern short.
    private static final int MAX_LENGTH = 100;
    private static final int LAST_YEAR = 9999;

    private final ZonedDateTime now;

    DateReader(Instant now, ZoneId zone) {
        this.now = now.atZone(zone);
    }

    ZonedDateTime now() {
        return now;
    }

    /** What a date stands for. */
    ResolvedDate read(Field field) {
        String text = text(field);
        try {
            return read(text);
        } catch (DateTimeException outOfRange) {
            throw field.refused(
                    "'%s' lies outside the calendar; use a date of the years 1 to %d, such as -7d"
                            .formatted(text, LAST_YEAR));
        }
    }

    /** How far a date counts back; empty when it is one of the calendar, or none. */
    Optional<RelativeDate> shift(Field field) {
        String text = text(field);
        try {
            return AbsoluteDate.parse(text, now.getZone()).isPresent()
                    ? Optional.empty()
                    : RelativeDate.find(text);
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    private static String text(Field field) {
        if (!field.value().isTextual()) {
            throw field.refused("must be a date as text, such as 2020-01-31 or -7d");
        }
        String text = field.value().textValue();
        if (text.length() > MAX_LENGTH) {
            throw field.refused("must be a date, such as 2020-01-31 or -7d");
        }
        return text;
    }

    private ResolvedDate read(String text) {
        Optional<ZonedDateTime> absolute = AbsoluteDate.parse(text, now.getZone());
        if (absolute.isPresent()) {
            return new ResolvedDate(checked(absolute.get()), Form.ABSOLUTE);
        }
        return RelativeDate.find(text)
                .map(this::resolved)
                .orElse(new ResolvedDate(now, Form.UNREADABLE));
    }

    private ResolvedDate resolved(RelativeDate date) {
        Form form = date.countsHours() ? Form.RELATIVE_IN_HOURS : Form.RELATIVE;
        // In the hour that comes twice, now stays in the pass that it is in.
        ZonedDateTime time =
                date.isUnmoved() ? now : date.before(now.toLocalDateTime()).atZone(now.getZone());
        return new ResolvedDate(checked(time), form);
    }

    private static ZonedDateTime checked(ZonedDateTime time) {
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("the year " + time.getYear());
        }
        return time;
    }
}
