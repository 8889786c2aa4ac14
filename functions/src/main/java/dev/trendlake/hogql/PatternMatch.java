package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Like;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import java.util.Locale;

/** Matches texts with patterns: {@code like} and regular expressions; false for NULL. */
final class PatternMatch {
    private PatternMatch() {}

    static SqlExpression like(SqlExpression text, SqlExpression pattern) {
        if (pattern instanceof Text(var written)) {
            return Sql.neverNull(new Like(text, new Text(withValidEscapes(written))));
        }
        return Sql.neverNull(call(SqlFunction.TRY, new Like(text, pattern)));
    }

    static SqlExpression likeIgnoringCase(SqlExpression text, SqlExpression pattern) {
        SqlExpression lower =
                pattern instanceof Text(var written)
                        ? new Text(written.toLowerCase(Locale.ROOT))
                        : call(SqlFunction.LOWER, pattern);
        return like(call(SqlFunction.LOWER, text), lower);
    }

    static SqlExpression regex(SqlExpression text, SqlExpression expression, String flags) {
        SqlExpression matches = call(SqlFunction.REGEXP_LIKE, text, expression(expression, flags));
        return Sql.neverNull(expression instanceof Text ? matches : call(SqlFunction.TRY, matches));
    }

    /** A regular expression as the engine reads it; one that RE2 can't read is refused. */
    static SqlExpression expression(SqlExpression expression, String flags) {
        // ClickHouse lets a dot match a line end; RE2 writes named groups with a P.
        String prefix = "(?s" + flags + ")";
        if (expression instanceof Text(var written)) {
            check(written);
            return new Text(prefix + written.replace("(?P<", "(?<"));
        }
        return call(SqlFunction.CONCAT, new Text(prefix), expression);
    }

    /** How many groups a good regular expression has. */
    static int groupsOf(String expression) {
        return Pattern.compile(expression).groupCount();
    }

    /** A regular expression that matches a text as it stands. */
    static String quoted(String text) {
        return Pattern.quote(text);
    }

    private static void check(String written) {
        try {
            Pattern.compile(written);
        } catch (PatternSyntaxException e) {
            throw new HogQlException("Invalid regular expression: " + e.getMessage(), 0);
        }
    }

    // A backslash before anything but a wildcard or itself stands for itself in ClickHouse, and is
    // an error in Athena.
    private static String withValidEscapes(String pattern) {
        StringBuilder valid = new StringBuilder();
        for (int place = 0; place < pattern.length(); place++) {
            char character = pattern.charAt(place);
            char next = place + 1 < pattern.length() ? pattern.charAt(place + 1) : ' ';
            if (character != '\\') {
                valid.append(character);
            } else if (next == '%' || next == '_' || next == '\\') {
                valid.append(character).append(next);
                place++;
            } else {
                valid.append("\\\\");
            }
        }
        return valid.toString();
    }
}
