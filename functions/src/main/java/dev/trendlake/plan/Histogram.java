package dev.trendlake.plan;

import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Window;
import dev.trendlake.sql.SqlFunction;
import java.math.BigDecimal;
import java.util.List;

/**
 * The bins of a dimension (spec: trends, 5.5): as wide as each other between the least and the
 * greatest number of a tally's rows; a bin's value is the pair of its bounds.
 *
 * @param number the number of a row, NULL for none
 * @param binCount how many bins there are
 */
record Histogram(Column number, int binCount) {
    private static final Decimal OVER_THE_TOP = decimal("0.01");

    /** The least number of all rows of the row's tally. */
    SqlExpression lowest(PerTally perTally, SqlExpression counts) {
        return over(SqlFunction.MIN, perTally, counts);
    }

    /** The greatest one. */
    SqlExpression highest(PerTally perTally, SqlExpression counts) {
        return over(SqlFunction.MAX, perTally, counts);
    }

    /** The number of a row's bin, from 0, whose tally has this least and this greatest number. */
    SqlExpression bin(Column lowest, Column highest) {
        SqlExpression place =
                new Call(
                        SqlFunction.FLOOR,
                        arithmetic(
                                ArithmeticOperator.DIVIDE,
                                arithmetic(ArithmeticOperator.SUBTRACT, number, lowest),
                                width(lowest, highest)));
        // Without any spread all rows are in the last bin.
        return new Case(
                List.of(
                        new When(new IsNull(number), new SqlExpression.Null()),
                        new When(Conditions.equal(lowest, highest), last())),
                new Call(SqlFunction.LEAST, place, last()));
    }

    /** The value of a bin. */
    SqlExpression value(Column bin, Column lowest, Column highest) {
        SqlExpression width = width(lowest, highest);
        SqlExpression bins = decimal(Integer.toString(binCount));
        SqlExpression top =
                arithmetic(
                        ArithmeticOperator.ADD,
                        arithmetic(
                                ArithmeticOperator.ADD,
                                arithmetic(ArithmeticOperator.MULTIPLY, width, bins),
                                lowest),
                        OVER_THE_TOP);
        SqlExpression next = arithmetic(ArithmeticOperator.ADD, bin, decimal("1"));
        SqlExpression end =
                new Case(
                        List.of(
                                new When(
                                        Conditions.compare(
                                                bin, ComparisonOperator.GREATER_OR_EQUAL, last()),
                                        top)),
                        bound(lowest, width, next));
        SqlExpression pair =
                new Call(
                        SqlFunction.CONCAT,
                        new Text("["),
                        NumberAsText.of(bound(lowest, width, bin)),
                        new Text(","),
                        NumberAsText.of(end),
                        new Text("]"));
        return new Case(List.of(new When(new IsNull(bin), new Text(BreakdownValue.NONE))), pair);
    }

    private SqlExpression width(Column lowest, Column highest) {
        return arithmetic(
                ArithmeticOperator.DIVIDE,
                arithmetic(ArithmeticOperator.SUBTRACT, highest, lowest),
                decimal(Integer.toString(binCount)));
    }

    private SqlExpression last() {
        return decimal(Integer.toString(binCount - 1));
    }

    private static SqlExpression bound(
            SqlExpression lowest, SqlExpression width, SqlExpression bin) {
        return arithmetic(
                ArithmeticOperator.ADD,
                lowest,
                arithmetic(ArithmeticOperator.MULTIPLY, bin, width));
    }

    private SqlExpression over(SqlFunction function, PerTally perTally, SqlExpression counts) {
        SqlExpression counted =
                counts.equals(Conditions.ALWAYS)
                        ? number
                        : new Case(List.of(new When(counts, number)), new SqlExpression.Null());
        List<SqlExpression> partition = perTally.isNeeded() ? List.of(PerTally.TALLY) : List.of();
        return new Window(function, List.of(counted), partition, List.of());
    }

    private static SqlExpression arithmetic(
            ArithmeticOperator operator, SqlExpression left, SqlExpression right) {
        return new Arithmetic(operator, left, right);
    }

    private static Decimal decimal(String number) {
        return new Decimal(new BigDecimal(number));
    }
}
