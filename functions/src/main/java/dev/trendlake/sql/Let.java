package dev.trendlake.sql;

import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Timestamp;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlExpression.Whole;
import java.util.List;
import java.util.function.UnaryOperator;

/** Uses a value more than once while it is written and computed once. */
public final class Let {
    private Let() {}

    /**
     * What is made of a value.
     *
     * @param value the value
     * @param name by which it is known; within each other, values have different names
     * @param body what is made of it
     */
    public static SqlExpression be(
            SqlExpression value, String name, UnaryOperator<SqlExpression> body) {
        if (isShort(value)) {
            return body.apply(value);
        }
        SqlExpression one = new Array(List.of(value));
        SqlExpression made = new Lambda(List.of(name), body.apply(new Column(name)));
        return new Call(
                SqlFunction.ELEMENT_AT, new Call(SqlFunction.TRANSFORM, one, made), new Whole(1));
    }

    private static boolean isShort(SqlExpression value) {
        return value instanceof Column
                || value instanceof Text
                || value instanceof Whole
                || value instanceof Decimal
                || value instanceof Truth
                || value instanceof Null
                || value instanceof Timestamp;
    }
}
