package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.project.PropertyType;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the type of a property by its key and one value, as PostHog does when it takes events in.
 * What PostHog measures from the time of its own clock is measured from the time of the event here,
 * so that old events tell the same as they did then.
 */
final class DetectedType {
    /** Keys that begin so are texts: their values look like something else at times. */
    private static final List<String> BEGINNINGS_OF_TEXTS =
            List.of("utm_", "$initial_utm_", "$feature/", "$survey_response");

    private static final String TEXT = "$feature_flag_response";
    private static final List<String> PARTS_OF_TIMES =
            List.of("time", "date", "_at", "-at", "createdat", "updatedat");

    private static final List<String> TRUTHS = List.of("true", "false", "TRUE", "FALSE");
    private static final Pattern DATE =
            Pattern.compile(
                    "(?:\\d{4}[/-][0-2]\\d[/-][0-3]\\d|[0-2]\\d[/-][0-3]\\d[/-]\\d{4})"
                            + "(?:[T ][0-2]\\d:[0-6]\\d:[0-6]\\d.*)?");
    // RFC 3339 allows a small t, but wants a zone then.
    private static final Pattern DATE_WITH_SMALL_T =
            Pattern.compile(
                    "\\d{4}-[01]\\d-[0-3]\\dt[0-2]\\d:[0-5]\\d:[0-6]\\d(?:\\.\\d+)?"
                            + "(?:[Zz]|[+-]\\d{2}:\\d{2})");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,20}");
    private static final Pattern SHAPE_OF_MAIL =
            Pattern.compile("(?:[A-Za-z]{3}, )?\\d{1,2} [A-Za-z]{3} \\d{4} \\d\\d:\\d\\d.*");
    private static final long HALF_A_YEAR = 15_768_000;
    private static final BigInteger LARGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    private DetectedType() {}

    /**
     * The type that a value tells; empty when it tells none, as null, lists and objects do.
     *
     * @param token what kind of value it is
     * @param text its text; empty for lists and objects
     * @param now when the value was sent
     */
    static Optional<PropertyType> of(String key, JsonToken token, String text, Instant now) {
        String lowerKey = key.toLowerCase(Locale.ROOT);
        if (lowerKey.equals(TEXT) || BEGINNINGS_OF_TEXTS.stream().anyMatch(lowerKey::startsWith)) {
            return Optional.of(PropertyType.STRING);
        }
        return switch (token) {
            case VALUE_STRING -> Optional.of(ofText(text.strip()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    Optional.of(
                            namesATime(lowerKey) && isRecentSecond(text, now)
                                    ? PropertyType.DATE_TIME
                                    : PropertyType.NUMERIC);
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(PropertyType.BOOLEAN);
            case VALUE_NULL,
                    START_OBJECT,
                    START_ARRAY,
                    END_OBJECT,
                    END_ARRAY,
                    FIELD_NAME,
                    NOT_AVAILABLE,
                    VALUE_EMBEDDED_OBJECT ->
                    Optional.empty();
        };
    }

    private static PropertyType ofText(String text) {
        if (TRUTHS.contains(text)) {
            return PropertyType.BOOLEAN;
        }
        return DATE.matcher(text).matches()
                        || DATE_WITH_SMALL_T.matcher(text).matches()
                        || isDateOfMail(text)
                ? PropertyType.DATE_TIME
                : PropertyType.STRING;
    }

    private static boolean namesATime(String key) {
        return PARTS_OF_TIMES.stream().anyMatch(key::contains);
    }

    // Milliseconds are far beyond it, and count, too.
    private static boolean isRecentSecond(String number, Instant now) {
        if (!WHOLE_NUMBER.matcher(number).matches()) {
            return false;
        }
        BigInteger second = new BigInteger(number);
        return second.compareTo(BigInteger.valueOf(now.getEpochSecond() - HALF_A_YEAR)) >= 0
                && second.compareTo(LARGEST) <= 0;
    }

    // RFC 2822: 3 Jun 2008 11:05:30 +0200, with or without the day of the week before it.
    private static boolean isDateOfMail(String text) {
        if (!SHAPE_OF_MAIL.matcher(text).matches()) {
            return false;
        }
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
