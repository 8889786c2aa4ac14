package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Like;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.util.List;
import java.util.Locale;

/** Looks for texts within a text (spec: trends, 4.2: icontains and regex). */
final class TextMatch {
    private TextMatch() {}

    /** Contains a pattern in which {@code %} and {@code _} stand for any text and character. */
    static SqlExpression likeIgnoringCase(SqlExpression text, String pattern) {
        String anywhere = "%" + withValidEscapes(pattern.toLowerCase(Locale.ROOT)) + "%";
        return new Like(new Call(SqlFunction.LOWER, text), new Text(anywhere));
    }

    /** The same with capitals and small letters apart. */
    static SqlExpression like(SqlExpression text, String pattern) {
        return new Like(text, new Text("%" + withValidEscapes(pattern) + "%"));
    }

    /** Contains at least one of these, each as it stands; always, when there are none. */
    static SqlExpression containsAnyIgnoringCase(SqlExpression text, List<String> parts) {
        if (parts.isEmpty()) {
            return Conditions.ALWAYS;
        }
        SqlExpression lower = new Call(SqlFunction.LOWER, text);
        return Conditions.any(
                parts.stream()
                        .map(part -> new Text(part.toLowerCase(Locale.ROOT)))
                        .map(part -> new Call(SqlFunction.STRPOS, lower, part))
                        .map(TextMatch::isPositive)
                        .toList());
    }

    /** Matches at least one of these expressions somewhere; always, when there are none. */
    static SqlExpression anyRegex(SqlExpression text, List<String> expressions) {
        if (expressions.isEmpty()) {
            return Conditions.ALWAYS;
        }
        return Conditions.any(
                expressions.stream()
                        .map(expression -> new Text(translated(expression)))
                        .map(expression -> new Call(SqlFunction.REGEXP_LIKE, text, expression))
                        .map(SqlExpression.class::cast)
                        .toList());
    }

    private static SqlExpression isPositive(SqlExpression number) {
        return Conditions.compare(number, ComparisonOperator.GREATER, new Whole(0));
    }

    // ClickHouse lets a dot match a line end; RE2 writes named groups with a P.
    private static String translated(String expression) {
        return "(?s)" + expression.replace("(?P<", "(?<");
    }

    // A backslash before anything but a wildcard or itself stands for itself in ClickHouse, and is
    // an error in Athena.
    private static String withValidEscapes(String pattern) {
        StringBuilder valid = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
            if (character != '\\') {
                valid.append(character);
            } else if (next == '%' || next == '_' || next == '\\') {
                valid.append(character).append(next);
                i++;
            } else {
                valid.append("\\\\");
            }
        }
        return valid.toString();
    }
}
