package dev.trendlake.request;

import dev.trendlake.project.Project;
import dev.trendlake.request.ResolvedDate.Form;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Reads {@code date_from}, {@code date_to} and {@code explicit_date} into the range of a question
 * (spec: trends, 2.2 and 2.3).
 */
final class DateRangeReader {
    private static final int DEFAULT_DAYS = 7;
    private static final long MAX_BUCKETS = 50_000;
    private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);

    private final Project project;
    private final DateReader dates;

    DateRangeReader(Project project, DateReader dates) {
        this.project = project;
        this.dates = dates;
    }

    /** The range that a request asks for. Displays of one total look at days, always. */
    TimeRange read(Fields fields, Interval asked, Display display) {
        TimeRange range = current(fields, display.isTotalValue() ? Interval.DAY : asked, display);
        requireSaneLength(range, fields.field("interval"));
        return counted(range, fields, display);
    }

    /** The same range by the interval as asked, as an earlier period is derived from (6). */
    TimeRange current(Fields fields, Interval interval, Display display) {
        boolean exact = isExact(display);
        boolean explicit = isExplicit(fields);
        ZonedDateTime from = from(fields.field("date_from"), interval, exact).time();
        ZonedDateTime to = to(fields.field("date_to"), interval, exact, explicit);
        boolean moves = exact || explicit || interval == Interval.MINUTE;
        String words = moves ? words(fields) : "";
        return new TimeRange(from, to, from, interval, project.weekStart(), words);
    }

    /** A range with its events counted from where the form of {@code date_from} says (2.3). */
    TimeRange counted(TimeRange range, Fields fields, Display display) {
        Form form = from(fields.field("date_from"), range.interval(), isExact(display)).form();
        boolean asIs =
                isExact(display)
                        || isExplicit(fields)
                        || countsFromTheMomentItself(form, range.interval());
        return asIs ? range : range.countedFromStartOfBucket();
    }

    private static boolean isExact(Display display) {
        return display == Display.BOLD_NUMBER;
    }

    private static boolean isExplicit(Fields fields) {
        return fields.field("explicit_date").truth();
    }

    private static String words(Fields fields) {
        return fields.field("date_from").value() + " " + fields.field("date_to").value();
    }

    private ResolvedDate from(Field field, Interval interval, boolean exact) {
        if (field.isBlank()) {
            ZonedDateTime day = startOfDay(dates.now().minusDays(DEFAULT_DAYS));
            return new ResolvedDate(day, Form.ABSOLUTE);
        }
        if (field.value().isTextual() && field.value().textValue().equals("all")) {
            ZonedDateTime earliest = project.earliestEvent().atZone(project.zone());
            return new ResolvedDate(earliest, Form.ABSOLUTE);
        }
        ResolvedDate date = dates.read(field);
        return exact || interval == Interval.MINUTE
                ? date
                : new ResolvedDate(truncated(date), date.form());
    }

    private static ZonedDateTime truncated(ResolvedDate date) {
        return switch (date.form()) {
            case ABSOLUTE, UNREADABLE -> date.time();
            case RELATIVE_IN_HOURS -> date.time().truncatedTo(ChronoUnit.HOURS);
            case RELATIVE -> startOfDay(date.time());
        };
    }

    private ZonedDateTime to(Field field, Interval interval, boolean exact, boolean explicit) {
        if (field.isBlank()) {
            return exact || explicit ? dates.now() : endOf(interval, dates.now());
        }
        ResolvedDate date = dates.read(field);
        // As coded in PostHog: by hour, a day alone as date_to ends with its first instant.
        boolean keptAsIs = explicit || (isWithinADay(interval) && date.form() == Form.ABSOLUTE);
        return keptAsIs ? date.time() : endOf(interval, date.time());
    }

    private static ZonedDateTime endOf(Interval interval, ZonedDateTime time) {
        return switch (interval) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1).minusNanos(1000);
            case HOUR -> time.with(LAST_MICROSECOND.withHour(time.getHour()));
            case DAY, WEEK, MONTH -> time.with(LAST_MICROSECOND);
        };
    }

    private static ZonedDateTime startOfDay(ZonedDateTime time) {
        return time.toLocalDate().atStartOfDay(time.getZone());
    }

    private static boolean countsFromTheMomentItself(Form form, Interval interval) {
        return switch (form) {
            case ABSOLUTE -> false;
            case RELATIVE_IN_HOURS -> isWithinADay(interval) || interval == Interval.DAY;
            case RELATIVE, UNREADABLE -> isWithinADay(interval);
        };
    }

    private static boolean isWithinADay(Interval interval) {
        return interval == Interval.HOUR || interval == Interval.MINUTE;
    }

    private static void requireSaneLength(TimeRange range, Field interval) {
        long buckets = range.approximateLength();
        if (buckets > MAX_BUCKETS) {
            throw interval.refused(
                    "the range from %s to %s has about %d buckets; at most %d are computed: use a wider interval or a shorter range"
                            .formatted(
                                    range.from().toLocalDate(),
                                    range.to().toLocalDate(),
                                    buckets,
                                    MAX_BUCKETS));
        }
    }
}
