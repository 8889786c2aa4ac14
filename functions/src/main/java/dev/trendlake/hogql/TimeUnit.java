package dev.trendlake.hogql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what times are measured. */
public enum TimeUnit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The unit of this name, in any case, of one or of many; empty for another word. */
    static Optional<TimeUnit> named(String word) {
        String one = word.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        return Arrays.stream(values()).filter(unit -> unit.word().equals(one)).findFirst();
    }

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
