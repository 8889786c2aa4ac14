package dev.trendlake.local.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The six fields of AWS's cron expressions: minute, hour, day of the month, month, day of the week
 * (1 is Sunday), year; numbers only, and of the letters none.
 */
record CronFields(
        CronField minute,
        CronField hour,
        CronField dayOfMonth,
        CronField month,
        CronField dayOfWeek,
        CronField year) {
    private static final int FIELDS = 6;
    private static final int YEARS_AHEAD = 5;

    static CronFields parse(String text) {
        String[] fields = text.strip().split(" +", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("cron(" + text + ") has not six fields");
        }
        if (fields[2].equals("?") == fields[4].equals("?")) {
            throw new IllegalArgumentException(
                    "cron(" + text + "): one of day of month and day of week is ?");
        }
        return new CronFields(
                CronField.parse(fields[0], 0, 59),
                CronField.parse(fields[1], 0, 23),
                CronField.parse(fields[2], 1, 31),
                CronField.parse(fields[3], 1, 12),
                CronField.parse(fields[4], 1, 7),
                CronField.parse(fields[5], 1970, 2199));
    }

    Instant after(Instant time) {
        ZonedDateTime next =
                time.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        ZonedDateTime end = next.plusYears(YEARS_AHEAD);
        while (next.isBefore(end)) {
            if (!isOnDay(next)) {
                next = next.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (hour.has(next.getHour()) && minute.has(next.getMinute())) {
                return next.toInstant();
            } else {
                next = next.plusMinutes(1);
            }
        }
        throw new IllegalArgumentException("there is no such time within five years of " + time);
    }

    private boolean isOnDay(ZonedDateTime time) {
        int sundayFirst = time.getDayOfWeek().getValue() % 7 + 1;
        return year.has(time.getYear())
                && month.has(time.getMonthValue())
                && dayOfMonth.has(time.getDayOfMonth())
                && dayOfWeek.has(sundayFirst);
    }
}
