package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.formula.FormulaParser;
import dev.trendlake.trend.Formula;
import java.util.List;

/**
 * Reads the formulas of a question: {@code formulaNodes}, else {@code formulas}, else {@code
 * formula} (spec: trends, 8). The filter form has the last alone.
 */
final class FormulaReader {

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
            throw new InvalidRequest(
                    formula.address().path(), "must be arithmetic over the series, such as A/B");
        }
        FormulaParser.parse(formula, seriesCount);
    }
}
