package dev.trendlake.plan;

import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Order;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlExpression.Window;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.BreakdownLimit;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the largest values of each tally and adds up the rest as "other" (spec: trends, 5.2): by
 * sum over the range, then by value; in time series no value at all comes last.
 */
final class BreakdownRanking {
    private static final Column TOTAL = new Column("total");
    private static final Column PLACE = new Column("place");

    private final BreakdownColumns breakdown;
    private final BreakdownLimit limit;
    private final PerTally perTally;
    private final SqlExpression weight;
    private final boolean isTotalValue;

    BreakdownRanking(
            BreakdownColumns breakdown,
            BreakdownLimit limit,
            PerTally perTally,
            SqlExpression weight,
            boolean isTotalValue) {
        this.breakdown = breakdown;
        this.limit = limit;
        this.perTally = perTally;
        this.weight = weight;
        this.isTotalValue = isTotalValue;
    }

    /** From (tally, value, slot, amount) to the same with few values. */
    Select of(Select amounts) {
        List<Projection> same =
                amounts.projections().stream()
                        .map(one -> new Projection(new Column(one.name()), one.name()))
                        .toList();
        return limited(with(same, place(), PLACE, with(same, total(), TOTAL, amounts)));
    }

    private SqlExpression total() {
        SqlExpression shown =
                weight.equals(new Whole(1))
                        ? TallyAmounts.AMOUNT
                        : new Arithmetic(ArithmeticOperator.MULTIPLY, TallyAmounts.AMOUNT, weight);
        List<SqlExpression> partition = tally();
        partition.add(BreakdownColumns.VALUE);
        return new Window(SqlFunction.SUM, List.of(shown), partition, List.of());
    }

    private SqlExpression place() {
        List<Order> orders = new ArrayList<>();
        if (!isTotalValue) {
            orders.add(new Order(breakdown.isNone(), false));
        }
        orders.add(new Order(TOTAL, true));
        orders.add(new Order(BreakdownColumns.VALUE, false));
        return new Window(SqlFunction.DENSE_RANK, List.of(), tally(), orders);
    }

    private Select limited(Select ranked) {
        SqlExpression isKept =
                Conditions.compare(
                        PLACE, ComparisonOperator.LESS_OR_EQUAL, new Whole(limit.values()));
        SqlExpression value =
                new Case(List.of(new When(isKept, BreakdownColumns.VALUE)), breakdown.other());
        SqlExpression sum = MeasureColumns.aggregate(SqlFunction.SUM, TallyAmounts.AMOUNT);
        List<Projection> groups = new ArrayList<>();
        for (Projection projection : ranked.projections()) {
            switch (projection.name()) {
                case "value" -> groups.add(new Projection(value, projection.name()));
                case "tally", "slot" ->
                        groups.add(
                                new Projection(new Column(projection.name()), projection.name()));
                default -> {}
            }
        }
        List<Projection> projections = new ArrayList<>(groups);
        projections.add(new Projection(sum, TallyAmounts.AMOUNT.name()));
        return new Select(
                projections,
                new Source.Subselect(ranked),
                limit.hidesOther() ? isKept : Conditions.ALWAYS,
                groups.stream().map(Projection::value).toList(),
                List.of());
    }

    private List<SqlExpression> tally() {
        List<SqlExpression> tally = new ArrayList<>();
        if (perTally.isNeeded()) {
            tally.add(PerTally.TALLY);
        }
        return tally;
    }

    private static Select with(
            List<Projection> same, SqlExpression value, Column name, Select from) {
        List<Projection> projections = new ArrayList<>(same);
        from.projections().stream()
                .filter(one -> same.stream().noneMatch(known -> known.name().equals(one.name())))
                .forEach(
                        one -> projections.add(new Projection(new Column(one.name()), one.name())));
        projections.add(new Projection(value, name.name()));
        return new Select(
                projections, new Source.Subselect(from), Conditions.ALWAYS, List.of(), List.of());
    }
}
