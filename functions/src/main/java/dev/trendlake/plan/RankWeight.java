package dev.trendlake.plan;

import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TrendQuery;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * In how many buckets of the answer an amount is seen: values of a breakdown are ranked by the sum
 * of what is shown (spec: trends, 5.2), and running sums show an amount again in every later
 * bucket.
 */
final class RankWeight {
    private final TrendQuery query;

    RankWeight(TrendQuery query) {
        this.query = query;
    }

    /** How often an amount in a slot of a tally counts. */
    SqlExpression of(Tally tally) {
        boolean isChange = tally.measure() instanceof Measure.ActiveKeys;
        boolean isRunning = query.display() == Display.LINE_GRAPH_CUMULATIVE;
        if (!isChange && !isRunning) {
            return new Whole(1);
        }
        SqlExpression buckets = bucketsFrom(tally);
        return isChange && isRunning ? triangle(buckets) : buckets;
    }

    // A change is part of every later number, and each of those of every later running sum.
    private static SqlExpression triangle(SqlExpression buckets) {
        SqlExpression one = new Whole(1);
        return arithmetic(
                ArithmeticOperator.DIVIDE,
                arithmetic(
                        ArithmeticOperator.MULTIPLY,
                        buckets,
                        arithmetic(ArithmeticOperator.ADD, buckets, one)),
                new Whole(2));
    }

    private static SqlExpression bucketsFrom(Tally tally) {
        List<ZonedDateTime> buckets = tally.range().buckets();
        if (buckets.isEmpty()) {
            return new Whole(0);
        }
        SqlExpression first = slot(buckets.getFirst(), tally);
        SqlExpression last = slot(buckets.getLast(), tally);
        SqlExpression from = new Call(SqlFunction.GREATEST, TallyAmounts.SLOT, first);
        return switch (tally.range().interval()) {
            case MINUTE -> steps(difference(last, from), Duration.ofMinutes(1).toSeconds());
            case HOUR -> steps(difference(last, from), Duration.ofHours(1).toSeconds());
            case DAY -> steps(difference("day", from, last), 1);
            case WEEK -> steps(difference("day", from, last), 7);
            case MONTH -> steps(difference("month", from, last), 1);
        };
    }

    private static SqlExpression steps(SqlExpression distance, long step) {
        SqlExpression upToLast =
                new Call(
                        SqlFunction.GREATEST,
                        new Whole(0),
                        arithmetic(ArithmeticOperator.ADD, distance, new Whole(step)));
        return arithmetic(ArithmeticOperator.DIVIDE, upToLast, new Whole(step));
    }

    private static SqlExpression difference(SqlExpression last, SqlExpression from) {
        return arithmetic(ArithmeticOperator.SUBTRACT, last, from);
    }

    private static SqlExpression difference(String unit, SqlExpression from, SqlExpression last) {
        return new Call(SqlFunction.DATE_DIFF, new Text(unit), from, last);
    }

    private static SqlExpression slot(ZonedDateTime bucket, Tally tally) {
        Interval width = Slots.widthOf(tally);
        return width == Interval.MINUTE || width == Interval.HOUR
                ? new Whole(bucket.toEpochSecond())
                : new Cast(new Text(bucket.toLocalDate().toString()), SqlType.DATE, false);
    }

    private static SqlExpression arithmetic(
            ArithmeticOperator operator, SqlExpression left, SqlExpression right) {
        return new Arithmetic(operator, left, right);
    }
}
