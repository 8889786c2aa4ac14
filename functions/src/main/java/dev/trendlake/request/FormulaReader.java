package dev.trendlake.request;

import dev.trendlake.trend.Formula;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code formula}, without the characters that PostHog drops (spec: trends, 1.1 and 8). */
final class FormulaReader {
    private static final Pattern DROPPED = Pattern.compile("[^a-zA-Z \\-*^0-9+/().]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]+");

    /** The formula of a question with so many series; none when there is none. */
    List<Formula> read(RequestParameters parameters, int seriesCount) {
        Field field = parameters.field("formula");
        if (field.isBlank()) {
            return List.of();
        }
        String expression = cleaned(field);
        if (expression.isBlank()) {
            throw field.refused("must be arithmetic over the series, such as A/B");
        }
        if (expression.contains("^")) {
            throw field.refused("Operator BitXor not supported; a power is written **");
        }
        requireLetters(expression, seriesCount, field);
        return List.of(new Formula(expression, "", field.address()));
    }

    /** A formula without the characters that are dropped. */
    static String cleaned(Field field) {
        return DROPPED.matcher(field.text()).replaceAll("");
    }

    private static void requireLetters(String expression, int seriesCount, Field field) {
        Matcher names = NAME.matcher(expression);
        while (names.find()) {
            String name = names.group().toUpperCase(Locale.ROOT);
            if (name.length() > 1 || name.charAt(0) - 'A' >= seriesCount) {
                throw field.refused(
                        "Constant %s not supported; the series are called %s"
                                .formatted(names.group(), letters(seriesCount)));
            }
        }
    }

    private static String letters(int seriesCount) {
        return seriesCount == 1 ? "A" : "A to " + (char) ('A' + Math.min(seriesCount, 26) - 1);
    }
}
