package dev.trendlake.sql;

import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import java.math.BigDecimal;
import java.util.List;

/** A quantile as ClickHouse has it: interpolated linearly between the two values next to it. */
public final class Quantile {
    private static final String SAMPLE = "quantile_sample";
    private static final String PLACE = "quantile_place";

    private Quantile() {}

    /**
     * The quantile of some values; NULL without values.
     *
     * @param sampleArray an array of doubles, in any order, none of them NULL; may be NULL itself
     * @param level which quantile, from 0 to 1: 0.5 for the median
     */
    public static SqlExpression of(SqlExpression sampleArray, BigDecimal level) {
        check(level);
        SqlExpression sorted = new Call(SqlFunction.ARRAY_SORT, sampleArray);
        return Let.be(sorted, SAMPLE, values -> ofSorted(values, level));
    }

    /** The value at a quantile's place as ClickHouse's {@code quantileExact} finds it. */
    public static SqlExpression withoutInterpolation(SqlExpression array, BigDecimal level) {
        check(level);
        SqlExpression sorted = new Call(SqlFunction.ARRAY_SORT, array);
        return Let.be(
                sorted,
                SAMPLE,
                values -> {
                    SqlExpression count = new Call(SqlFunction.CARDINALITY, values);
                    SqlExpression place =
                            arithmetic(new Decimal(level), ArithmeticOperator.MULTIPLY, count);
                    SqlExpression before =
                            new Cast(new Call(SqlFunction.FLOOR, place), SqlType.BIGINT, false);
                    SqlExpression index = arithmetic(before, ArithmeticOperator.ADD, new Whole(1));
                    SqlExpression any =
                            Conditions.compare(count, ComparisonOperator.GREATER, new Whole(0));
                    SqlExpression found =
                            new Call(
                                    SqlFunction.ELEMENT_AT,
                                    values,
                                    new Call(SqlFunction.LEAST, index, count));
                    return new Case(List.of(new When(any, found)), new Null());
                });
    }

    private static void check(BigDecimal level) {
        if (level.signum() < 0 || level.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("quantile " + level);
        }
    }

    private static SqlExpression ofSorted(SqlExpression values, BigDecimal level) {
        SqlExpression count = new Call(SqlFunction.CARDINALITY, values);
        SqlExpression last = arithmetic(count, ArithmeticOperator.SUBTRACT, new Whole(1));
        SqlExpression place = arithmetic(new Decimal(level), ArithmeticOperator.MULTIPLY, last);
        SqlExpression interpolated =
                Let.be(place, PLACE, exact -> interpolated(values, count, exact));
        SqlExpression any = Conditions.compare(count, ComparisonOperator.GREATER, new Whole(0));
        return new Case(List.of(new When(any, interpolated)), new Null());
    }

    private static SqlExpression interpolated(
            SqlExpression values, SqlExpression count, SqlExpression exact) {
        SqlExpression floor = new Call(SqlFunction.FLOOR, exact);
        SqlExpression low =
                arithmetic(
                        new Cast(floor, SqlType.BIGINT, false),
                        ArithmeticOperator.ADD,
                        new Whole(1));
        SqlExpression next = arithmetic(low, ArithmeticOperator.ADD, new Whole(1));
        SqlExpression high = new Call(SqlFunction.LEAST, next, count);
        SqlExpression below = new Call(SqlFunction.ELEMENT_AT, values, low);
        SqlExpression above = new Call(SqlFunction.ELEMENT_AT, values, high);
        SqlExpression share = arithmetic(exact, ArithmeticOperator.SUBTRACT, floor);
        SqlExpression step = arithmetic(above, ArithmeticOperator.SUBTRACT, below);
        return arithmetic(
                below,
                ArithmeticOperator.ADD,
                arithmetic(share, ArithmeticOperator.MULTIPLY, step));
    }

    private static SqlExpression arithmetic(
            SqlExpression left, ArithmeticOperator operator, SqlExpression right) {
        return new Arithmetic(operator, left, right);
    }
}
