package dev.trendlake.answer;

import dev.trendlake.trend.TimeRange;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What buckets are called in {@code days} and {@code labels} (spec: trends, 2.5). */
final class BucketLabels {
    private static final DateTimeFormatter DATE_AND_TIME = english("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter HOUR = english("d-MMM HH:mm");
    private static final DateTimeFormatter DAY = english("d-MMM-yyyy");
    private static final DateTimeFormatter DAY_OF_YEAR = english("d-MMM");
    private static final DateTimeFormatter DAY_AND_MONTH = english("d MMM");
    private static final DateTimeFormatter MONTH = english("MMM yyyy");

    private final TimeRange range;
    private final TimeRange asked;

    /**
     * @param range whose buckets are named
     * @param asked into which the days of a week's label are cut: PostHog cuts those of the period
     *     before into the current one, too
     */
    BucketLabels(TimeRange range, TimeRange asked) {
        this.range = range;
        this.asked = asked;
    }

    List<String> days() {
        return range.buckets().stream().map(this::day).toList();
    }

    List<String> labels() {
        return range.buckets().stream().map(this::label).toList();
    }

    private String day(ZonedDateTime bucket) {
        return switch (range.interval()) {
            case MINUTE, HOUR -> DATE_AND_TIME.format(bucket);
            case DAY, WEEK, MONTH -> bucket.toLocalDate().toString();
        };
    }

    private String label(ZonedDateTime bucket) {
        return switch (range.interval()) {
            case MINUTE, HOUR -> HOUR.format(bucket);
            case DAY -> DAY.format(bucket);
            case WEEK -> week(bucket.toLocalDate());
            case MONTH -> MONTH.format(bucket);
        };
    }

    private String week(LocalDate firstDay) {
        LocalDate first = clipped(firstDay);
        LocalDate last = clipped(firstDay.plusDays(6));
        if (first.equals(last)) {
            return DAY.format(first);
        }
        if (first.getYear() != last.getYear()) {
            return DAY.format(first) + " – " + DAY.format(last);
        }
        if (first.getMonth() != last.getMonth()) {
            return DAY_OF_YEAR.format(first) + " – " + DAY_OF_YEAR.format(last);
        }
        return first.getDayOfMonth() + "–" + DAY_AND_MONTH.format(last);
    }

    private LocalDate clipped(LocalDate date) {
        LocalDate first = asked.from().toLocalDate();
        LocalDate last = asked.to().toLocalDate();
        if (date.isBefore(first)) {
            return first;
        }
        return date.isAfter(last) ? last : date;
    }

    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
