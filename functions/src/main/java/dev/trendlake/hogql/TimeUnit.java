package dev.trendlake.hogql;

import java.util.Locale;

/** In what times are measured. */
enum TimeUnit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Its name in both languages. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name within the names of functions: {@code Day}. */
    String suffix() {
        return name().charAt(0) + word().substring(1);
    }

    /** The function that makes an interval of a number. */
    String intervalFunction() {
        return "toInterval" + suffix();
    }

    /** Whether it is a whole number of days. */
    boolean isOfDays() {
        return compareTo(DAY) >= 0;
    }
}
