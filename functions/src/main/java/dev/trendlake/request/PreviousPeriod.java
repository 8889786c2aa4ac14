package dev.trendlake.request;

import dev.trendlake.trend.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Derives the period that a range is compared with (spec: trends, 6), on the wall clock.
 *
 * @param current the range, by the interval as asked
 */
record PreviousPeriod(TimeRange current) {
    /** The first and the last moment of a period. */
    private record Ends(LocalDateTime from, LocalDateTime to) {}

    /**
     * The period that ends where the range starts.
     *
     * @param overlaps whether it starts a day later, so that it has the range's days of the week
     */
    TimeRange before(boolean overlaps) {
        return range(
                switch (current.interval()) {
                    case MINUTE -> new Ends(from().minus(span()), from());
                    case HOUR -> {
                        LocalDateTime start = from().minus(span()).with(from().toLocalTime());
                        LocalDateTime end = start.plus(span());
                        yield new Ends(start, end.with(to().toLocalTime().withHour(end.getHour())));
                    }
                    case DAY, WEEK, MONTH -> {
                        LocalDateTime start =
                                from().minus(span())
                                        .with(from().toLocalTime())
                                        .plusDays(overlaps ? 1 : 0);
                        yield new Ends(start, start.plus(span()).with(to().toLocalTime()));
                    }
                });
    }

    /**
     * The period of the same length that starts so much earlier; empty beyond the calendar.
     *
     * @param words the shift as asked
     */
    Optional<TimeRange> shifted(RelativeDate shift, String words) {
        try {
            LocalDateTime start = shift.before(from());
            return start.getYear() < 1
                    ? Optional.empty()
                    : Optional.of(
                            range(
                                    new Ends(start, start.plus(span())),
                                    current.asked().isEmpty()
                                            ? ""
                                            : current.asked() + " " + words));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    private TimeRange range(Ends ends) {
        return range(ends, current.asked());
    }

    private TimeRange range(Ends ends, String asked) {
        var from = ends.from().atZone(current.zone());
        return new TimeRange(
                from,
                ends.to().atZone(current.zone()),
                from,
                current.interval(),
                current.weekStart(),
                asked);
    }

    private LocalDateTime from() {
        return current.from().toLocalDateTime();
    }

    private LocalDateTime to() {
        return current.to().toLocalDateTime();
    }

    private Duration span() {
        return Duration.between(from(), to());
    }
}
