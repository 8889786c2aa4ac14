package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Formula;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the formulas of a question: {@code formulaNodes}, else {@code formulas}, else {@code
 * formula} (spec: trends, 8). The filter form has the last alone.
 */
final class FormulaReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+(?:[eE][+-]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]+");

    /** The formulas of a question with so many series; none when there is none. */
    List<Formula> read(Fields fields, int seriesCount) {
        List<Formula> formulas = asked(fields);
        formulas.forEach(formula -> check(formula, seriesCount));
        return formulas;
    }

    private static List<Formula> asked(Fields fields) {
        List<Formula> nodes =
                fields.field("formulaNodes").elements().stream()
                        .filter(node -> !isEmpty(node.member("formula")))
                        .map(node -> formula(node.member("formula"), node.member("custom_name")))
                        .toList();
        if (!nodes.isEmpty()) {
            return nodes;
        }
        List<Formula> several =
                fields.field("formulas").elements().stream()
                        .filter(field -> !isEmpty(field))
                        .map(FormulaReader::formula)
                        .toList();
        if (!several.isEmpty()) {
            return several;
        }
        Field single = fields.field("formula");
        return single.isBlank() ? List.of() : List.of(formula(single));
    }

    private static boolean isEmpty(Field field) {
        return field.textOrEmpty().isBlank();
    }

    private static Formula formula(Field field) {
        return new Formula(field.text(), "", field.address());
    }

    private static Formula formula(Field field, Field customName) {
        return new Formula(field.text(), customName.textOrEmpty().strip(), field.address());
    }

    private static void check(Formula formula, int seriesCount) {
        String expression = formula.expression();
        if (expression.isBlank()) {
            throw refused(formula, "must be arithmetic over the series, such as A/B");
        }
        if (expression.contains("^")) {
            throw refused(formula, "Operator BitXor not supported; a power is written **");
        }
        Matcher names = NAME.matcher(NUMBER.matcher(expression).replaceAll("0"));
        while (names.find()) {
            checkName(names.group(), formula, seriesCount);
        }
    }

    private static void checkName(String name, Formula formula, int seriesCount) {
        if (name.length() > 1 || name.toUpperCase(Locale.ROOT).charAt(0) - 'A' >= seriesCount) {
            throw refused(
                    formula,
                    "Constant %s not supported; the series are called %s"
                            .formatted(name, letters(seriesCount)));
        }
    }

    private static InvalidRequest refused(Formula formula, String detail) {
        return new InvalidRequest(formula.address().path(), detail);
    }

    private static String letters(int seriesCount) {
        return seriesCount == 1 ? "A" : "A to " + (char) ('A' + Math.min(seriesCount, 26) - 1);
    }
}
