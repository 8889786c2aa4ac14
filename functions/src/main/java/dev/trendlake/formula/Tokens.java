package dev.trendlake.formula;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.formula.Token.Kind;
import dev.trendlake.trend.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into its words. */
final class Tokens {
    // Longer symbols stand before those that they begin with.
    private static final Pattern WORD =
            Pattern.compile(
                    "(?<blank>\\s+)"
                            + "|(?<number>(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
                            + "|(?<name>[a-zA-Z_][a-zA-Z_0-9]*)"
                            + "|(?<symbol>\\*\\*|//|<<|>>|[-+*/%()^&|@~])");

    /** Python's operators that formulas don't have, by what Python calls them. */
    private static final Map<String, String> NOT_SUPPORTED =
            Map.of(
                    "^", "BitXor not supported; a power is written **",
                    "//", "FloorDiv not supported",
                    "&", "BitAnd not supported",
                    "|", "BitOr not supported",
                    "@", "MatMult not supported",
                    "<<", "LShift not supported",
                    ">>", "RShift not supported",
                    "~", "Invert not supported");

    private Tokens() {}

    /** The words in order, and the end after them. */
    static List<Token> of(Formula formula) {
        String text = formula.expression();
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int position = 0;
        while (position < text.length()) {
            if (!word.region(position, text.length()).lookingAt()) {
                throw unexpected(text.codePointAt(position), position, formula);
            }
            if (word.group("blank") == null) {
                tokens.add(supported(new Token(kind(word), word.group(), position + 1), formula));
            }
            position = word.end();
        }
        tokens.add(new Token(Kind.END, "", position + 1));
        return tokens;
    }

    private static Kind kind(Matcher word) {
        if (word.group("number") != null) {
            return Kind.NUMBER;
        }
        return word.group("name") != null ? Kind.NAME : Kind.SYMBOL;
    }

    private static Token supported(Token token, Formula formula) {
        String refusal = NOT_SUPPORTED.get(token.text());
        if (refusal != null) {
            throw new InvalidRequest(formula.address().path(), "Operator " + refusal);
        }
        return token;
    }

    private static InvalidRequest unexpected(int character, int position, Formula formula) {
        return new InvalidRequest(
                formula.address().path(),
                "invalid syntax: '%s' at character %d is nothing that formulas have; use numbers,"
                                .formatted(Character.toString(character), position + 1)
                        + " letters of series, + - * / % ** and parentheses");
    }
}
