package dev.trendlake.trend;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretch of time that a question is about, resolved against "now" in the project's zone, and
 * cut into buckets (spec: trends, 2.2 to 2.4). A range whose end lies before its start is empty: it
 * has no buckets.
 *
 * @param from where the range starts, as asked
 * @param to where it ends, as asked
 * @param countedFrom from when events count: {@code from} itself, or the start of its bucket (2.3)
 * @param countedTo the last instant at which events count: {@code to} to the second, since
 *     23:59:59.5 is out; or the end of a bucket within a longer range
 * @param interval the width of a bucket
 * @param weekStart the first day of a week
 * @param asked the caller's words for both ends, where an end is "now" to the second: two ranges
 *     with the same words and buckets then answer each other; empty where no end moves so
 */
public record TimeRange(
        ZonedDateTime from,
        ZonedDateTime to,
        ZonedDateTime countedFrom,
        ZonedDateTime countedTo,
        Interval interval,
        DayOfWeek weekStart,
        String asked) {

    /** Checks that all instants are in one zone. */
    public TimeRange {
        for (ZonedDateTime other : List.of(to, countedFrom, countedTo)) {
            if (!from.getZone().equals(other.getZone())) {
                throw new IllegalArgumentException(
                        "a range in two zones: %s, %s".formatted(from, other));
            }
        }
    }

    /** A range whose events count to the second of its end. */
    public TimeRange(
            ZonedDateTime from,
            ZonedDateTime to,
            ZonedDateTime countedFrom,
            Interval interval,
            DayOfWeek weekStart,
            String asked) {
        this(from, to, countedFrom, to.truncatedTo(ChronoUnit.SECONDS), interval, weekStart, asked);
    }

    /** The project's zone. */
    public ZoneId zone() {
        return from.getZone();
    }

    /** The first instant at which an event counts, to the second. */
    public Instant firstInstant() {
        return countedFrom.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The last instant at which an event counts. */
    public Instant lastInstant() {
        return countedTo.toInstant();
    }

    /** The first instant after the bucket that starts here; buckets lie end to end. */
    public ZonedDateTime endOfBucket(ZonedDateTime start) {
        return next(start);
    }

    /**
     * The part of this range from one of its buckets to another, whose inner ends are those of the
     * buckets themselves.
     *
     * @param first the place of the first bucket, from 0
     * @param last the place of the last one
     */
    public TimeRange part(int first, int last) {
        List<ZonedDateTime> buckets = buckets();
        boolean begins = first == 0;
        boolean ends = last == buckets.size() - 1;
        ZonedDateTime start = buckets.get(first);
        ZonedDateTime end = ends ? to : next(buckets.get(last)).minus(Duration.ofMillis(1));
        return new TimeRange(
                begins ? from : start,
                end,
                begins ? countedFrom : start,
                ends ? countedTo : end,
                interval,
                weekStart,
                asked);
    }

    /** The start of each bucket in order, from that of {@code from} to that of {@code to}. */
    public List<ZonedDateTime> buckets() {
        List<ZonedDateTime> buckets = new ArrayList<>();
        ZonedDateTime last = startOfBucket(to);
        ZonedDateTime bucket = startOfBucket(from);
        while (!bucket.isAfter(last)) {
            buckets.add(bucket);
            bucket = next(bucket);
        }
        return List.copyOf(buckets);
    }

    /** The start of the bucket that holds an instant. */
    public ZonedDateTime startOfBucket(ZonedDateTime time) {
        return switch (interval) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> startOf(time.toLocalDate());
            case WEEK ->
                    startOf(time.toLocalDate().with(TemporalAdjusters.previousOrSame(weekStart)));
            case MONTH -> startOf(time.toLocalDate().withDayOfMonth(1));
        };
    }

    /**
     * The same range with its events counted from the start of its first bucket; where buckets are
     * weeks, from the start of its first day, so that the first week is a partial one (spec:
     * trends, 2.3).
     */
    public TimeRange countedFromStartOfBucket() {
        ZonedDateTime start =
                interval == Interval.WEEK ? startOf(from.toLocalDate()) : startOfBucket(from);
        return new TimeRange(from, to, start, countedTo, interval, weekStart, asked);
    }

    /** About how many buckets there are, found without listing them; 0 for an empty range. */
    public long approximateLength() {
        ChronoUnit unit =
                switch (interval) {
                    case MINUTE -> ChronoUnit.MINUTES;
                    case HOUR -> ChronoUnit.HOURS;
                    case DAY -> ChronoUnit.DAYS;
                    case WEEK -> ChronoUnit.WEEKS;
                    case MONTH -> ChronoUnit.MONTHS;
                };
        return Math.max(0, unit.between(startOfBucket(from), startOfBucket(to)) + 1);
    }

    private ZonedDateTime next(ZonedDateTime bucket) {
        LocalDate date = bucket.toLocalDate();
        return switch (interval) {
            case MINUTE -> bucket.plusMinutes(1);
            case HOUR -> nextHour(bucket);
            case DAY -> startOf(date.plusDays(1));
            case WEEK -> startOf(date.plusWeeks(1));
            case MONTH -> startOf(date.plusMonths(1));
        };
    }

    // Clocks that change by half an hour (Lord Howe) make one hour shorter and one longer.
    private ZonedDateTime nextHour(ZonedDateTime bucket) {
        ZonedDateTime next = startOfBucket(bucket.plusHours(1));
        return next.isAfter(bucket) ? next : startOfBucket(bucket.plusHours(2));
    }

    // Midnight does not exist everywhere: the day then starts an hour later.
    private ZonedDateTime startOf(LocalDate date) {
        return date.atStartOfDay(zone());
    }
}
