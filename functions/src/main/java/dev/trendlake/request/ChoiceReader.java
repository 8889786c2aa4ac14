package dev.trendlake.request;

import dev.trendlake.trend.Display;
import dev.trendlake.trend.Interval;
import java.util.Locale;

/** Reads fields that hold one of a few words. */
final class ChoiceReader {
    private ChoiceReader() {}

    /** The width of a bucket: a day when none is asked for, an hour where a minute is. */
    static Interval interval(Field field) {
        String word = field.textOrEmpty().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "day" -> Interval.DAY;
            case "hour", "minute" -> Interval.HOUR;
            case "week" -> Interval.WEEK;
            case "month" -> Interval.MONTH;
            default ->
                    throw field.refused(
                            "'%s' is not an interval; use one of: hour, day, week, month"
                                    .formatted(field.text()));
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
