package dev.trendlake.formula;

import java.util.function.IntToDoubleFunction;

/** Arithmetic over the series of a question (spec: trends, 8). */
public sealed interface FormulaExpression {
    /** A number. */
    record Constant(double value) implements FormulaExpression {}

    /** The series that a letter stands for, counted from 0. */
    record Letter(int series) implements FormulaExpression {}

    /** The opposite. */
    record Negated(FormulaExpression operand) implements FormulaExpression {}

    /** Two sides combined. */
    record Operation(FormulaOperator operator, FormulaExpression left, FormulaExpression right)
            implements FormulaExpression {}

    /**
     * What it comes to. A division by zero gives 0 for its part; what is no real number, as the
     * root of a negative one, gives NaN.
     *
     * @param amounts the amount of each series, by its place from 0
     */
    default double valueOf(IntToDoubleFunction amounts) {
        return switch (this) {
            case Constant(double value) -> value;
            case Letter(int series) -> amounts.applyAsDouble(series);
            case Negated(var operand) -> -operand.valueOf(amounts);
            case Operation(var operator, var left, var right) ->
                    operator.apply(left.valueOf(amounts), right.valueOf(amounts));
        };
    }
}
