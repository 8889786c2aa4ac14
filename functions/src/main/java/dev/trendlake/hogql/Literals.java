package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.UnboundedConstant;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.AliasContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.ComparisonContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.IdentifierContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.MemberContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.NumberContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.TypeArgumentContext;
import dev.trendlake.hogql.grammar.HogQlSyntaxParser.TypeContext;
import dev.trendlake.sql.ArithmeticOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.antlr.v4.runtime.ParserRuleContext;

/** What the smallest pieces of an expression say: names, numbers, texts and operators. */
final class Literals {
    static final Map<String, ArithmeticOperator> ARITHMETIC =
            Map.of(
                    "+", ArithmeticOperator.ADD,
                    "-", ArithmeticOperator.SUBTRACT,
                    "*", ArithmeticOperator.MULTIPLY,
                    "/", ArithmeticOperator.DIVIDE,
                    "%", ArithmeticOperator.MODULO);

    private static final Map<String, HogQlComparison> COMPARISONS =
            Map.ofEntries(
                    Map.entry("=", HogQlComparison.EQUAL),
                    Map.entry("==", HogQlComparison.EQUAL),
                    Map.entry("!=", HogQlComparison.NOT_EQUAL),
                    Map.entry("<>", HogQlComparison.NOT_EQUAL),
                    Map.entry("<", HogQlComparison.LESS),
                    Map.entry("<=", HogQlComparison.LESS_OR_EQUAL),
                    Map.entry(">", HogQlComparison.GREATER),
                    Map.entry(">=", HogQlComparison.GREATER_OR_EQUAL),
                    Map.entry("=~", HogQlComparison.REGEX),
                    Map.entry("~", HogQlComparison.REGEX),
                    Map.entry("!~", HogQlComparison.NOT_REGEX),
                    Map.entry("=~*", HogQlComparison.REGEX_IGNORING_CASE),
                    Map.entry("~*", HogQlComparison.REGEX_IGNORING_CASE),
                    Map.entry("!~*", HogQlComparison.NOT_REGEX_IGNORING_CASE),
                    Map.entry("like", HogQlComparison.LIKE),
                    Map.entry("notlike", HogQlComparison.NOT_LIKE),
                    Map.entry("ilike", HogQlComparison.ILIKE),
                    Map.entry("notilike", HogQlComparison.NOT_ILIKE),
                    Map.entry("in", HogQlComparison.IN),
                    Map.entry("notin", HogQlComparison.NOT_IN),
                    Map.entry("incohort", HogQlComparison.IN_COHORT),
                    Map.entry("notincohort", HogQlComparison.NOT_IN_COHORT));

    // Longer numbers can't mean anything here, and would take long to write out.
    private static final int LONGEST_NUMBER = 400;

    private Literals() {}

    static HogQlComparison comparison(ComparisonContext context) {
        String operator = context.getText().toLowerCase(Locale.ROOT);
        return Objects.requireNonNull(COMPARISONS.get(operator));
    }

    /** {@code a || b}: one call, however many texts are joined. */
    static HogQlExpression joined(HogQlExpression left, HogQlExpression right, int position) {
        List<HogQlExpression> parts = new ArrayList<>();
        for (HogQlExpression side : List.of(left, right)) {
            parts.addAll(
                    side instanceof Call call && call.name().equals("concat")
                            ? call.arguments()
                            : List.of(side));
        }
        return new Call("concat", List.of(), parts, false, position);
    }

    static String name(IdentifierContext context) {
        return unquoted(context);
    }

    static String name(MemberContext context) {
        return unquoted(context);
    }

    static String name(AliasContext context) {
        return unquoted(context);
    }

    private static String unquoted(ParserRuleContext context) {
        String written = context.getText();
        return switch (written.charAt(0)) {
            case '"', '`', '\'' -> text(written);
            default -> written;
        };
    }

    /** What a quoted text holds. */
    static String text(String quoted) {
        char quote = quoted.charAt(0);
        StringBuilder text = new StringBuilder();
        int end = quoted.length() - 1;
        for (int place = 1; place < end; place++) {
            char character = quoted.charAt(place);
            if (character == quote) {
                place++;
                text.append(quote);
            } else if (character == '\\') {
                place++;
                text.append(escaped(quoted.charAt(place)));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private static String escaped(char character) {
        return switch (character) {
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'r' -> "\r";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'a' -> "\u0007";
            case 'v' -> "\u000B";
            case '0' -> "";
            // PostHog keeps these as they are written.
            case 'x' -> "\\x";
            default -> String.valueOf(character);
        };
    }

    static HogQlExpression number(NumberContext context) {
        int position = ExpressionBuilder.position(context);
        String written = context.getText().toLowerCase(Locale.ROOT).replace("+", "");
        boolean negative = written.startsWith("-");
        String digits = negative ? written.substring(1) : written;
        if (context.NOT_A_NUMBER() != null) {
            return new UnboundedConstant(Double.NaN, position);
        }
        boolean tooLarge = context.FLOAT() != null && Double.isInfinite(Double.parseDouble(digits));
        if (context.INFINITE() != null || tooLarge) {
            double infinity = Double.POSITIVE_INFINITY;
            return new UnboundedConstant(negative ? -infinity : infinity, position);
        }
        BigDecimal value = magnitude(context, digits, position);
        boolean whole = context.FLOAT() == null && !digits.contains(".");
        return new NumberConstant(negative ? value.negate() : value, whole, position);
    }

    private static BigDecimal magnitude(NumberContext context, String digits, int position) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new HogQlException("A number has too many digits.", position);
        }
        if (context.HEXADECIMAL() != null) {
            return new BigDecimal(new BigInteger(digits.substring(2), 16));
        }
        if (context.BINARY() != null) {
            return new BigDecimal(new BigInteger(digits.substring(2), 2));
        }
        return context.FLOAT() == null
                ? new BigDecimal(digits)
                : BigDecimal.valueOf(Double.parseDouble(digits));
    }

    static int index(String digits, int position) {
        if (digits.length() > 9) {
            throw new HogQlException("An index has too many digits.", position);
        }
        return Integer.parseInt(digits);
    }

    /** The name of a type: {@code array(nullable(int64))}. */
    static String type(TypeContext context) {
        String name = name(context.identifier()).toLowerCase(Locale.ROOT);
        List<String> arguments = context.typeArgument().stream().map(Literals::argument).toList();
        return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
    }

    private static String argument(TypeArgumentContext context) {
        if (context.type() == null) {
            return context.getText();
        }
        String type = type(context.type());
        return context.identifier() == null
                ? type
                : name(context.identifier()).toLowerCase(Locale.ROOT) + " " + type;
    }
}
