package dev.trendlake.request;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date counted back from another, such as {@code -7d} or {@code -1mStart} (spec: trends, 2.1).
 *
 * @param kind the letter: {@code h d w m q y}, {@code M} for minutes, {@code s} for seconds, or a
 *     capital that means "now"
 * @param counted whether there was a number before the letter
 * @param count that number, else 0
 * @param edge to which end of the unit the date is moved
 */
record RelativeDate(char kind, boolean counted, long count, Edge edge) {
    private static final Pattern PATTERN =
            Pattern.compile("-?([0-9]+)?([hdwmqysHDWMQY])(Start|End)?");
    private static final int WEEKS_OF_A_QUARTER = 13;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int MAX_DIGITS = 9;
    private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);

    /** The end of a unit. */
    enum Edge {
        NONE,
        START,
        END
    }

    /**
     * The first such date anywhere in a text. The sign is never looked at: it always goes back.
     *
     * @throws DateTimeException when it goes back further than the calendar does
     */
    static Optional<RelativeDate> find(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        return Optional.of(
                new RelativeDate(
                        matcher.group(2).charAt(0),
                        digits != null,
                        digits == null ? 0 : count(digits),
                        edge(matcher.group(3))));
    }

    private static long count(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > MAX_DIGITS) {
            throw new DateTimeException(digits + " is too large a number");
        }
        return Long.parseLong(significant);
    }

    private static Edge edge(@Nullable String word) {
        if (word == null) {
            return Edge.NONE;
        }
        return word.equals("Start") ? Edge.START : Edge.END;
    }

    /** Whether hours were counted, so that the date has an hour of its own. */
    boolean countsHours() {
        return kind == 'h' && counted;
    }

    /** Whether this is the very moment that is counted from. */
    boolean isUnmoved() {
        return count == 0 && edge == Edge.NONE;
    }

    /** Whether this counts whole weeks in days: {@code -7d}, {@code -14d}. */
    boolean countsWeeksInDays() {
        return kind == 'd' && count > 0 && count % DAYS_OF_A_WEEK == 0;
    }

    /** Whether this says anything: a letter alone does not. */
    boolean saysSomething() {
        return counted || edge != Edge.NONE;
    }

    /** The date, counted back on the wall clock. */
    LocalDateTime before(LocalDateTime now) {
        return switch (kind) {
            case 'h' -> atEdgeOfHour(now.minusHours(count));
            case 'd' -> atEdgeOfDay(now.minusDays(count));
            case 'w' -> now.minusWeeks(count);
            case 'm' -> atEdgeOfMonth(now.minusMonths(count));
            case 'M' -> now.minusMinutes(count);
            case 's' -> now.minusSeconds(count);
            case 'q' -> now.minusWeeks(WEEKS_OF_A_QUARTER * count);
            case 'y' -> atEdgeOfYear(now.minusYears(count));
            default -> now;
        };
    }

    private LocalDateTime atEdgeOfHour(LocalDateTime time) {
        LocalDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
        return switch (edge) {
            case NONE -> time;
            case START -> hour;
            case END -> hour.plusHours(1).minus(1, ChronoUnit.MICROS);
        };
    }

    private LocalDateTime atEdgeOfDay(LocalDateTime time) {
        return switch (edge) {
            case NONE -> time;
            case START -> time.toLocalDate().atStartOfDay();
            case END -> time.toLocalDate().atTime(LAST_MICROSECOND);
        };
    }

    private LocalDateTime atEdgeOfMonth(LocalDateTime time) {
        return switch (edge) {
            case NONE -> time;
            case START -> time.withDayOfMonth(1);
            case END -> atLastDay(time);
        };
    }

    // The end of a year is the end of the month one is in, as PostHog has it.
    private LocalDateTime atEdgeOfYear(LocalDateTime time) {
        return switch (edge) {
            case NONE -> time;
            case START -> time.withDayOfYear(1);
            case END -> atLastDay(time);
        };
    }

    private static LocalDateTime atLastDay(LocalDateTime time) {
        return time.withDayOfMonth(time.toLocalDate().lengthOfMonth());
    }
}
