package dev.trendlake.sql;

import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import java.util.List;

/**
 * Characters beyond U+FFFF, such as emoji, in JSON that the engine wrote: it writes each of them as
 * two escapes, {@code \\uD83D\\uDE00}.
 */
public final class SurrogatePairs {
    private static final String ESCAPED_BACKSLASH = "\\\\";

    // An escaped backslash is read, too, so that what follows it is not taken for an escape.
    private static final Text PAIR =
            new Text("\\\\(?:\\\\|u(D[89AB][0-9A-F]{2})\\\\u(D[C-F][0-9A-F]{2}))");

    private static final Column HALVES = new Column("halves");
    private static final int SIXTEEN = 16;
    // What the two halves add up to for the first of these characters is not what it is.
    private static final long OFFSET = 0x10000 - (0xD800L << 10) - 0xDC00;

    private SurrogatePairs() {}

    /** The text of a JSON value with these characters in it, and all other escapes left. */
    public static SqlExpression joined(SqlExpression json) {
        SqlExpression high =
                new Arithmetic(ArithmeticOperator.MULTIPLY, half(1), new Whole(1L << 10));
        SqlExpression sum = new Arithmetic(ArithmeticOperator.ADD, high, half(2));
        SqlExpression point = new Arithmetic(ArithmeticOperator.ADD, sum, new Whole(OFFSET));
        SqlExpression character =
                new Cast(new Call(SqlFunction.CHR, point), SqlType.VARCHAR, false);
        SqlExpression replacement =
                new Call(SqlFunction.COALESCE, character, new Text(ESCAPED_BACKSLASH));
        return new Call(
                SqlFunction.REGEXP_REPLACE,
                json,
                PAIR,
                new Lambda(List.of(HALVES.name()), replacement));
    }

    private static SqlExpression half(int place) {
        SqlExpression digits = new Call(SqlFunction.ELEMENT_AT, HALVES, new Whole(place));
        return new Call(SqlFunction.FROM_BASE, digits, new Whole(SIXTEEN));
    }
}
