package dev.trendlake.request;

import dev.trendlake.formula.FormulaParser;
import dev.trendlake.trend.Formula;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code formula}, without the characters that PostHog drops (spec: trends, 1.1 and 8). */
final class FormulaReader {
    private static final Pattern DROPPED = Pattern.compile("[^a-zA-Z \\-*^0-9+/().]");

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
        return List.of(checked(new Formula(expression, "", field.address()), seriesCount));
    }

    /** Gives back a formula that can be understood. */
    static Formula checked(Formula formula, int seriesCount) {
        FormulaParser.parse(formula, seriesCount);
        return formula;
    }

    /** A formula without the characters that are dropped. */
    static String cleaned(Field field) {
        return DROPPED.matcher(field.text()).replaceAll("");
    }
}
