package dev.trendlake.request;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.FilterValue.Many;
import dev.trendlake.trend.FilterValue.Numeric;
import dev.trendlake.trend.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Refuses values that an operator can't work with, in PostHog's words (spec: trends, 4.2, 4.3). */
final class ValueChecks {
    private static final int MAX_REGULAR_EXPRESSION = 5_000;
    private static final String NUMBER = "[0-9]{1,9}";
    private static final String SUFFIX = "(?:[-+]\\S*)?\\s*";
    private static final java.util.regex.Pattern VERSION =
            java.util.regex.Pattern.compile(
                    "\\s*v?%1$s\\.%1$s\\.%1$s%2$s".formatted(NUMBER, SUFFIX));
    private static final java.util.regex.Pattern VERSION_OR_ITS_BEGINNING =
            java.util.regex.Pattern.compile(
                    "\\s*v?%1$s(?:\\.%1$s){0,2}%2$s".formatted(NUMBER, SUFFIX));
    private static final java.util.regex.Pattern WILDCARD =
            java.util.regex.Pattern.compile(
                    "\\s*v?%1$s(?:\\.%1$s){0,2}\\.\\*\\s*".formatted(NUMBER));

    private ValueChecks() {}

    /** The two numbers of {@code between} and {@code not_between}. */
    static FilterValue range(Operator operator, Field value) {
        String name = ConditionReader.wireName(operator);
        List<Field> elements = value.elements();
        if (elements.size() != 2) {
            throw value.refused(name + " operator requires a two-element array [min, max]");
        }
        Optional<BigDecimal> minimum = elements.getFirst().numberIfAny();
        Optional<BigDecimal> maximum = elements.getLast().numberIfAny();
        if (minimum.isEmpty() || maximum.isEmpty()) {
            throw value.refused(name + " operator requires numeric values");
        }
        if (minimum.get().compareTo(maximum.get()) > 0) {
            throw value.refused(
                    name
                            + " operator requires min value to be less than or equal to max"
                            + " value");
        }
        return new Many(List.of(new Numeric(minimum.get()), new Numeric(maximum.get())));
    }

    /** Checks one value. */
    static void check(Operator operator, Field value) {
        switch (operator) {
            case REGEX, NOT_REGEX -> regularExpression(value);
            case SEMVER_EQ, SEMVER_NEQ, SEMVER_GT, SEMVER_GTE, SEMVER_LT, SEMVER_LTE ->
                    version(ConditionReader.wireName(operator), VERSION, value);
            case SEMVER_TILDE -> version("Tilde", VERSION_OR_ITS_BEGINNING, value);
            case SEMVER_CARET -> version("Caret", VERSION, value);
            case SEMVER_WILDCARD -> version("Wildcard", WILDCARD, value);
            case EXACT,
                    IS_NOT,
                    ICONTAINS,
                    NOT_ICONTAINS,
                    ICONTAINS_MULTI,
                    NOT_ICONTAINS_MULTI,
                    GT,
                    GTE,
                    LT,
                    LTE,
                    MIN,
                    MAX,
                    BETWEEN,
                    NOT_BETWEEN,
                    IN,
                    NOT_IN,
                    IS_SET,
                    IS_NOT_SET,
                    IS_DATE_EXACT,
                    IS_DATE_BEFORE,
                    IS_DATE_AFTER,
                    IS_CLEANED_PATH_EXACT,
                    FLAG_EVALUATES_TO -> {}
        }
    }

    private static void version(String name, java.util.regex.Pattern shape, Field value) {
        if (!value.value().isTextual()) {
            throw value.refused(name + " operator requires a semver string value");
        }
        if (!shape.matcher(value.value().textValue()).matches()) {
            throw value.refused(name + " operator requires a valid semver string (e.g., '1.2.3')");
        }
    }

    /** Checks a regular expression: RE2 reads it. */
    static void regularExpression(Field value) {
        String text = value.text();
        if (text.length() > MAX_REGULAR_EXPRESSION || RepetitionLimit.isExceeded(text)) {
            throw value.refused("Invalid regular expression");
        }
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException unacceptable) {
            throw value.refused("Invalid regular expression");
        }
    }
}
