package dev.trendlake.request;

import dev.trendlake.trend.Display;
import dev.trendlake.trend.Interval;
import java.util.Locale;

/** Reads fields that hold one of a few words. */
final class ChoiceReader {
    private ChoiceReader() {}

    /** The same in the filter form, where capitals count as small and minutes as hours (2.4). */
    static Interval intervalOfFilter(Field field) {
        String word = field.textOrEmpty().toLowerCase(Locale.ROOT);
        return word.equals("minute") ? Interval.HOUR : interval(word, "hour", field);
    }

    /** The width of a bucket: a day when none is asked for. */
    static Interval interval(Field field) {
        return interval(field.textOrEmpty(), "minute, hour", field);
    }

    private static Interval interval(String word, String finest, Field field) {
        return switch (word) {
            case "", "day" -> Interval.DAY;
            case "minute" -> Interval.MINUTE;
            case "hour" -> Interval.HOUR;
            case "week" -> Interval.WEEK;
            case "month" -> Interval.MONTH;
            default ->
                    throw field.refused(
                            "'%s' is not an interval; use one of: %s, day, week, month"
                                    .formatted(field.text(), finest));
        };
    }

    /** How the answer is shown: as a line graph when the word is unknown, as PostHog does. */
    static Display display(Field field) {
        String word = field.textOrEmpty();
        for (Display display : Display.values()) {
            if (display.wireName().equals(word)) {
                return display;
            }
        }
        return Display.LINE_GRAPH;
    }
}
