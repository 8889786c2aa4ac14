package dev.trendlake.request;

import dev.trendlake.trend.CohortCriterion.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The windows of a cohort's criteria: whole days of the project's zone up to the end of today
 * (spec: actions and cohorts, 3.3).
 */
final class CohortWindows {
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private final DateReader dates;

    CohortWindows(DateReader dates) {
        this.dates = dates;
    }

    /** A stretch of time as criteria name it: {@code 2 week}. */
    record Length(long count, Unit unit) {
        long seconds() {
            return count * unit.seconds;
        }

        LocalDate before(LocalDate day, long times) {
            long units = count * times;
            LocalDate before =
                    switch (unit) {
                        case DAY -> day.minusDays(units);
                        case WEEK -> day.minusWeeks(units);
                        case MONTH -> day.minusMonths(units);
                        case YEAR -> day.minusYears(units);
                    };
            return before.isBefore(FIRST_DAY) ? FIRST_DAY : before;
        }
    }

    /** The units of lengths, and what each is in seconds where days are not counted. */
    enum Unit {
        DAY(86_400),
        WEEK(604_800),
        MONTH(2_592_000),
        YEAR(31_536_000);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }

        static Optional<Unit> named(String word) {
            return switch (word) {
                case "day" -> Optional.of(DAY);
                case "week" -> Optional.of(WEEK);
                case "month" -> Optional.of(MONTH);
                case "year" -> Optional.of(YEAR);
                default -> Optional.empty();
            };
        }
    }

    /** From a length ago to the end of today. */
    Window last(Length length) {
        return window(length.before(today(), 1), tomorrow());
    }

    /** From the longer length ago to the day on which the shorter one begins. */
    Window between(Length longer, Length shorter) {
        return window(longer.before(today(), 1), shorter.before(today(), 1));
    }

    /** From a date, {@code -30d} or one of the calendar, to the end of today. */
    Window since(Field date) {
        ResolvedDate from = dates.read(date);
        ZonedDateTime start =
                switch (from.form()) {
                    case ABSOLUTE -> from.time();
                    case RELATIVE_IN_HOURS, RELATIVE, UNREADABLE ->
                            start(from.time().toLocalDate());
                };
        return new Window(start.toInstant(), start(tomorrow()).toInstant());
    }

    /** Between two dates of the calendar, the second with its whole day. */
    Window between(Field from, Field to) {
        Window open = since(from);
        if (to.isBlank()) {
            return open;
        }
        LocalDate last = dates.read(to).time().toLocalDate();
        return new Window(open.from(), start(last.plusDays(1)).toInstant());
    }

    /** The last so many periods, which end with yesterday; the latest first. */
    List<Window> periods(Length period, int count) {
        List<Window> periods = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            periods.add(window(period.before(today(), index + 1), period.before(today(), index)));
        }
        return periods;
    }

    private Window window(LocalDate first, LocalDate afterLast) {
        return new Window(start(first).toInstant(), start(afterLast).toInstant());
    }

    private LocalDate today() {
        return dates.now().toLocalDate();
    }

    private LocalDate tomorrow() {
        return today().plusDays(1);
    }

    private ZonedDateTime start(LocalDate day) {
        ZoneId zone = dates.now().getZone();
        return day.atStartOfDay(zone);
    }
}
