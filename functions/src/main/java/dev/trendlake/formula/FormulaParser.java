package dev.trendlake.formula;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.formula.FormulaExpression.Constant;
import dev.trendlake.formula.FormulaExpression.Letter;
import dev.trendlake.formula.FormulaExpression.Negated;
import dev.trendlake.formula.FormulaExpression.Operation;
import dev.trendlake.trend.Formula;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the arithmetic of a formula, Python's as far as PostHog takes it (spec: trends, 8). Letters
 * may be capital or small.
 */
public final class FormulaParser {
    private static final int MOST_CHARACTERS = 1_000;
    private static final int DEEPEST = 100;

    private final Formula formula;
    private final int seriesCount;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private FormulaParser(Formula formula, int seriesCount) {
        this.formula = formula;
        this.seriesCount = seriesCount;
        this.tokens = Tokens.of(formula);
    }

    /**
     * What a formula says.
     *
     * @param seriesCount how many series there are to name
     * @throws InvalidRequest at the formula's address when it can't be understood
     */
    public static FormulaExpression parse(Formula formula, int seriesCount) {
        if (formula.expression().length() > MOST_CHARACTERS) {
            throw new InvalidRequest(
                    formula.address().path(),
                    "is longer than the %d characters that a formula can have"
                            .formatted(MOST_CHARACTERS));
        }
        return new FormulaParser(formula, seriesCount).whole();
    }

    private FormulaExpression whole() {
        FormulaExpression whole = expression(0);
        if (tokens.get(next).kind() != Token.Kind.END) {
            throw expected("an operator");
        }
        return whole;
    }

    // What follows, as far as its operators bind at least so tightly.
    private FormulaExpression expression(int binding) {
        if (++depth > DEEPEST) {
            throw refused("nests deeper than %d levels".formatted(DEEPEST));
        }
        FormulaExpression left = operand();
        Optional<FormulaOperator> operator = operatorOf(binding);
        while (operator.isPresent()) {
            next++;
            FormulaOperator found = operator.get();
            left = new Operation(found, left, expression(found.bindingOfRightSide()));
            operator = operatorOf(binding);
        }
        depth--;
        return left;
    }

    private Optional<FormulaOperator> operatorOf(int binding) {
        return FormulaOperator.written(tokens.get(next).text())
                .filter(operator -> operator.binding() >= binding);
    }

    private FormulaExpression operand() {
        Token token = tokens.get(next);
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case NAME -> letter(token);
            case SYMBOL -> signedOrEnclosed(token);
            case END -> throw expected("a number or a series");
        };
    }

    private FormulaExpression signedOrEnclosed(Token token) {
        if (!token.is("(") && !token.is("-") && !token.is("+")) {
            throw expected("a number or a series");
        }
        next++;
        if (token.is("(")) {
            return enclosed();
        }
        FormulaExpression operand = expression(FormulaOperator.SIGN);
        return token.is("-") ? new Negated(operand) : operand;
    }

    private FormulaExpression enclosed() {
        FormulaExpression inside = expression(0);
        if (!tokens.get(next).is(")")) {
            throw expected("an operator or )");
        }
        next++;
        return inside;
    }

    private FormulaExpression number(Token token) {
        double value = Double.parseDouble(token.text());
        if (!Double.isFinite(value)) {
            throw refused("%s is more than a number can be".formatted(token.text()));
        }
        next++;
        return new Constant(value);
    }

    private FormulaExpression letter(Token token) {
        String name = token.text().toUpperCase(Locale.ROOT);
        int series = name.charAt(0) - 'A';
        if (name.length() > 1 || series < 0 || series >= Math.min(seriesCount, 26)) {
            throw refused(
                    "Constant %s not supported; the series are called %s"
                            .formatted(token.text(), letters()));
        }
        next++;
        return new Letter(series);
    }

    private String letters() {
        return seriesCount == 1 ? "A" : "A to " + (char) ('A' + Math.min(seriesCount, 26) - 1);
    }

    private InvalidRequest expected(String what) {
        Token token = tokens.get(next);
        String found = token.kind() == Token.Kind.END ? "the end" : "'" + token.text() + "'";
        return refused(
                "invalid syntax: %s is expected in place of %s at character %d"
                        .formatted(what, found, token.position()));
    }

    private InvalidRequest refused(String detail) {
        return new InvalidRequest(formula.address().path(), detail);
    }
}
