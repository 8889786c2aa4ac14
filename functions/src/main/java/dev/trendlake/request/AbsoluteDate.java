package dev.trendlake.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates of ISO 8601, with {@code T} or a blank before the time, and {@code Y-m-d} without
 * leading zeros (spec: trends, 2.1).
 */
final class AbsoluteDate {
    private static final Pattern SHAPE = Pattern.compile("([0-9W-]+)(?:[Tt ](.+))?");
    private static final Pattern CALENDAR =
            Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|([0-9]{2})([0-9]{2}))?");
    private static final Pattern WEEK = Pattern.compile("([0-9]{4})-?(W[0-9]{2})(?:-?([1-7]))?");
    private static final Pattern ORDINAL = Pattern.compile("([0-9]{4})-?([0-9]{3})");
    private static final Pattern UNPADDED = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern TIME =
            Pattern.compile(
                    "([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]{1,9}))?)?)?"
                            + "([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?");

    private AbsoluteDate() {}

    /**
     * The instant that a text names, in the zone; without an offset of its own, the text is local
     * to the zone. Empty when it names none.
     */
    static Optional<ZonedDateTime> parse(String text, ZoneId zone) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            String time = shape.group(2);
            if (time == null) {
                return date(shape.group(1), true).map(date -> date.atStartOfDay(zone));
            }
            return date(shape.group(1), false).flatMap(date -> at(date, time, zone));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text, boolean alone) {
        Matcher calendar = CALENDAR.matcher(text);
        if (calendar.matches()) {
            return Optional.of(
                    day(
                            calendar.group(1),
                            calendar.group(calendar.group(4) == null ? 2 : 4),
                            calendar.group(calendar.group(4) == null ? 3 : 5)));
        }
        Matcher week = WEEK.matcher(text);
        if (week.matches()) {
            String day = week.group(3) == null ? "1" : week.group(3);
            String iso = week.group(1) + "-" + week.group(2) + "-" + day;
            return Optional.of(LocalDate.parse(iso, DateTimeFormatter.ISO_WEEK_DATE));
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return Optional.of(
                    LocalDate.ofYearDay(number(ordinal.group(1)), number(ordinal.group(2))));
        }
        Matcher unpadded = UNPADDED.matcher(text);
        return alone && unpadded.matches()
                ? Optional.of(day(unpadded.group(1), unpadded.group(2), unpadded.group(3)))
                : Optional.empty();
    }

    private static LocalDate day(String year, @Nullable String month, @Nullable String dayOfMonth) {
        if (number(year) == 0) {
            throw new DateTimeException("there is no year 0");
        }
        return LocalDate.of(
                number(year),
                month == null ? 1 : number(month),
                dayOfMonth == null ? 1 : number(dayOfMonth));
    }

    private static Optional<ZonedDateTime> at(LocalDate date, String text, ZoneId zone) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalDateTime local = at(date, matcher);
        String offset = matcher.group(5);
        if (offset == null) {
            return Optional.of(local.atZone(zone));
        }
        ZoneOffset zoneOffset = ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
        return Optional.of(local.atOffset(zoneOffset).atZoneSameInstant(zone));
    }

    private static LocalDateTime at(LocalDate date, Matcher time) {
        int hour = number(time.group(1));
        int minute = time.group(2) == null ? 0 : number(time.group(2));
        int second = time.group(3) == null ? 0 : number(time.group(3));
        if (hour == 24 && minute == 0 && second == 0) {
            return date.plusDays(1).atStartOfDay();
        }
        int nanos =
                time.group(4) == null ? 0 : number((time.group(4) + "00000000").substring(0, 9));
        return date.atTime(LocalTime.of(hour, minute, second, nanos));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
