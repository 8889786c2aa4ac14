package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Order;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlExpression.Window;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.BreakdownLimit;
import java.util.List;

/**
 * Keeps the largest values of each series and adds up the rest as "other" (spec: trends, 5.2): by
 * sum over the range, then by value; no value at all comes last.
 */
final class BreakdownRanking {
    private static final Column SERIES = new Column("series");
    private static final Column VALUE = new Column("value");
    private static final Column BUCKET = new Column("bucket");
    private static final Column AMOUNT = new Column("amount");
    private static final Column TOTAL = new Column("total");
    private static final Column PLACE = new Column("place");

    private BreakdownRanking() {}

    /** From (series, value, bucket, amount) to the same with few values. */
    static Select apply(Select amounts, BreakdownLimit limit) {
        return limited(ranked(totalled(amounts)), limit);
    }

    private static Select totalled(Select amounts) {
        Window total =
                new Window(SqlFunction.SUM, List.of(AMOUNT), List.of(SERIES, VALUE), List.of());
        return select(
                List.of(same(SERIES), same(VALUE), same(BUCKET), same(AMOUNT), as(total, TOTAL)),
                amounts);
    }

    private static Select ranked(Select totalled) {
        SqlExpression isNone = Conditions.equal(VALUE, new Text(BreakdownValue.NONE));
        Window place =
                new Window(
                        SqlFunction.DENSE_RANK,
                        List.of(),
                        List.of(SERIES),
                        List.of(
                                new Order(isNone, false),
                                new Order(TOTAL, true),
                                new Order(VALUE, false)));
        return select(
                List.of(same(SERIES), same(VALUE), same(BUCKET), same(AMOUNT), as(place, PLACE)),
                totalled);
    }

    private static Select limited(Select ranked, BreakdownLimit limit) {
        SqlExpression isKept =
                Conditions.compare(
                        PLACE, ComparisonOperator.LESS_OR_EQUAL, new Whole(limit.values()));
        SqlExpression value =
                new Case(List.of(new When(isKept, VALUE)), new Text(BreakdownValue.OTHER));
        SqlExpression sum =
                new SqlExpression.Aggregate(
                        SqlFunction.SUM, List.of(AMOUNT), false, Conditions.ALWAYS);
        return new Select(
                List.of(same(SERIES), as(value, VALUE), same(BUCKET), as(sum, AMOUNT)),
                new Source.Subselect(ranked),
                limit.hidesOther() ? isKept : Conditions.ALWAYS,
                List.of(SERIES, value, BUCKET),
                List.of());
    }

    private static Select select(List<Projection> projections, Select from) {
        return new Select(
                projections, new Source.Subselect(from), Conditions.ALWAYS, List.of(), List.of());
    }

    private static Projection same(Column column) {
        return new Projection(column, column.name());
    }

    private static Projection as(SqlExpression value, Column name) {
        return new Projection(value, name.name());
    }
}
