package dev.trendlake.intake.load;

import io.airlift.slice.Slice;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Reads times of the form that exports have, and leaves others to who takes longer. */
final class QuickTime {
    /** It is of another form, or none at all. */
    static final long UNKNOWN = Long.MIN_VALUE;

    /** The last place of {@code 2015-05-17T10:05:00}. */
    private static final int SECONDS_END = 19;

    private static final long SECONDS_OF_DAY = TimeUnit.DAYS.toSeconds(1);
    private static final long SECOND = TimeUnit.SECONDS.toMillis(1);

    private QuickTime() {}

    /**
     * Reads {@code 2015-05-17T10:05:00.123456Z}: with T or a blank, with or without a fraction and
     * with {@code Z}, {@code +00:00} or nothing behind it.
     *
     * @return milliseconds since 1970
     */
    static long milliseconds(Slice text) {
        if (text.length() < SECONDS_END || !hasSeparators(text)) {
            return UNKNOWN;
        }
        long fraction = fraction(text);
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int second = secondOfDay(text);
        if (fraction < 0 || year < 0 || second < 0 || !isDate(year, month, day)) {
            return UNKNOWN;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return (days * SECONDS_OF_DAY + second) * SECOND + fraction;
    }

    private static boolean hasSeparators(Slice text) {
        byte between = text.getByte(10);
        return text.getByte(4) == '-'
                && text.getByte(7) == '-'
                && (between == 'T' || between == ' ')
                && text.getByte(13) == ':'
                && text.getByte(16) == ':';
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
    }

    private static int secondOfDay(Slice text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        boolean isTime =
                hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return isTime ? (hour * 60 + minute) * 60 + second : -1;
    }

    /** The milliseconds behind the seconds; negative when something else stands there. */
    private static long fraction(Slice text) {
        int at = SECONDS_END;
        long milliseconds = 0;
        if (at < text.length() && text.getByte(at) == '.') {
            at++;
            int from = at;
            long weight = SECOND;
            while (at < text.length() && isDigit(text.getByte(at))) {
                weight /= 10;
                milliseconds += weight * (text.getByte(at) - '0');
                at++;
            }
            if (at == from || at - from > 9) {
                return UNKNOWN;
            }
        }
        return isUtc(text, at) ? milliseconds : UNKNOWN;
    }

    private static boolean isUtc(Slice text, int at) {
        int length = text.length() - at;
        if (length == 0) {
            return true;
        }
        if (length == 1) {
            return text.getByte(at) == 'Z';
        }
        return length == 6 && text.slice(at, 6).toStringUtf8().equals("+00:00");
    }

    /** The number that digits make; negative when others stand there. */
    private static int number(Slice text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            byte digit = text.getByte(i);
            if (!isDigit(digit)) {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
