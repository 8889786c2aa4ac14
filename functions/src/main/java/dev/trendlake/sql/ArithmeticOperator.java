package dev.trendlake.sql;

/** How two numbers are combined. */
public enum ArithmeticOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    /** How SQL writes it. */
    public String symbol() {
        return symbol;
    }
}
