package dev.trendlake.formula;

import java.util.Optional;

/** What combines two sides of a formula (spec: trends, 8). */
public enum FormulaOperator {
    ADD("+", 1),
    SUBTRACT("-", 1),
    MULTIPLY("*", 2),
    DIVIDE("/", 2),
    MODULO("%", 2),
    POWER("**", 4);

    /** How tightly a sign binds: tighter than a product, less than a power ({@code -A**2}). */
    static final int SIGN = 3;

    private final String symbol;
    private final int binding;

    FormulaOperator(String symbol, int binding) {
        this.symbol = symbol;
        this.binding = binding;
    }

    static Optional<FormulaOperator> written(String symbol) {
        for (FormulaOperator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    int binding() {
        return binding;
    }

    /** How tightly an operator of the right side must bind; a power takes the whole next one. */
    int bindingOfRightSide() {
        return this == POWER ? SIGN : binding + 1;
    }

    /** What the two sides come to; 0 where that is a division by zero; NaN for no real number. */
    double apply(double left, double right) {
        return switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? 0 : left / right;
            case MODULO -> right == 0 ? 0 : remainder(left, right);
            case POWER -> left == 0 && right < 0 ? 0 : Math.pow(left, right);
        };
    }

    // As Python has it: with the sign of the divisor.
    private static double remainder(double left, double right) {
        double remainder = left % right;
        boolean isOnOtherSide = remainder != 0 && remainder < 0 != right < 0;
        return isOnOtherSide ? remainder + right : remainder;
    }
}
