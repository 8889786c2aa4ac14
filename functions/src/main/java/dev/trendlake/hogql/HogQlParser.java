package dev.trendlake.hogql;

import dev.trendlake.hogql.grammar.HogQlSyntaxLexer;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ExpressionContext;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads a HogQL expression. Any text is either read or refused with a {@link HogQlException}. */
public final class HogQlParser {
    /** How long an expression may be, in characters. */
    public static final int LONGEST = 10_000;

    /** How many parentheses, brackets and braces may be open at once. */
    static final int DEEPEST = 60;

    private HogQlParser() {}

    /** The expression that a text holds. */
    public static HogQlExpression parse(String text) {
        if (text.length() > LONGEST) {
            throw new HogQlException(
                    "The expression is longer than " + LONGEST + " characters.", LONGEST);
        }
        CommonTokenStream tokens = new CommonTokenStream(lexer(text));
        tokens.fill();
        checkDepth(tokens);
        HogQlSyntaxParser parser = new HogQlSyntaxParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal());
        parser.addParseListener(new DepthLimit());
        ExpressionContext expression = parser.expression();
        return new ExpressionBuilder(text).build(expression.value());
    }

    private static HogQlSyntaxLexer lexer(String text) {
        HogQlSyntaxLexer lexer = new HogQlSyntaxLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new Refusal());
        return lexer;
    }

    // Before the parser sees them: it looks ahead over whole parentheses, and over conditionals one
    // within the other.
    private static void checkDepth(CommonTokenStream tokens) {
        int depth = 0;
        int conditionals = 0;
        for (Token token : tokens.getTokens()) {
            depth +=
                    switch (token.getText()) {
                        case "(", "[", "{" -> 1;
                        case ")", "]", "}" -> -1;
                        default -> 0;
                    };
            conditionals += token.getText().equals("?") ? 1 : 0;
            if (depth > DEEPEST || conditionals > DEEPEST) {
                throw DepthLimit.exceeded(token.getStartIndex());
            }
        }
    }

    /** Ends the reading at the first error. */
    private static final class Refusal extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException exception) {
            throw symbol instanceof Token token
                    ? unexpected(token)
                    : new HogQlException("Syntax error: " + message, column);
        }

        private static HogQlException unexpected(Token token) {
            int position = token.getStartIndex();
            return token.getType() == Token.EOF
                    ? new HogQlException("Syntax error: the expression ends too early", position)
                    : new HogQlException(
                            "Syntax error: unexpected '%s' at character %d"
                                    .formatted(token.getText(), position + 1),
                            position);
        }
    }
}
