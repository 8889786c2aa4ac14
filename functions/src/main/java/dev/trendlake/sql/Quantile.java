package dev.trendlake.sql;

import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Whole;
import java.math.BigDecimal;
import java.util.List;

/**
 * Quantiles as ClickHouse's {@code quantile} has them: at position {@code level * (n - 1)} of the
 * sorted numbers, between neighbours by linear interpolation.
 */
public final class Quantile {
    private static final Column SORTED = new Column("sorted");

    private Quantile() {}

    /**
     * The quantile of the numbers in an array, which are doubles and none of them NULL; NULL when
     * the array is empty or NULL.
     */
    public static SqlExpression of(SqlExpression numbers, BigDecimal level) {
        SqlExpression sorted = new Call(SqlFunction.ARRAY_SORT, numbers);
        // A lambda over one element: the array is sorted once, and looked at several times.
        SqlExpression results =
                new Call(
                        SqlFunction.TRANSFORM,
                        new Array(List.of(sorted)),
                        new Lambda(List.of(SORTED.name()), interpolated(level)));
        return new Call(SqlFunction.ELEMENT_AT, results, new Whole(1));
    }

    private static SqlExpression interpolated(BigDecimal level) {
        SqlExpression steps =
                new Call(
                        SqlFunction.GREATEST,
                        new Whole(0),
                        arithmetic(
                                ArithmeticOperator.SUBTRACT,
                                new Call(SqlFunction.CARDINALITY, SORTED),
                                new Whole(1)));
        SqlExpression position =
                arithmetic(ArithmeticOperator.MULTIPLY, new Decimal(level), steps);
        SqlExpression below = new Call(SqlFunction.FLOOR, position);
        SqlExpression place = new Cast(below, SqlType.BIGINT, false);
        SqlExpression lower = at(place, 1);
        // At the last number there is no next one, and no way to go to it.
        SqlExpression upper = new Call(SqlFunction.COALESCE, at(place, 2), lower);
        SqlExpression way = arithmetic(ArithmeticOperator.SUBTRACT, position, below);
        return arithmetic(
                ArithmeticOperator.ADD,
                lower,
                arithmetic(
                        ArithmeticOperator.MULTIPLY,
                        arithmetic(ArithmeticOperator.SUBTRACT, upper, lower),
                        way));
    }

    private static SqlExpression at(SqlExpression place, long offset) {
        return new Call(
                SqlFunction.ELEMENT_AT,
                SORTED,
                arithmetic(ArithmeticOperator.ADD, place, new Whole(offset)));
    }

    private static SqlExpression arithmetic(
            ArithmeticOperator operator, SqlExpression left, SqlExpression right) {
        return new Arithmetic(operator, left, right);
    }
}
