package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What each counted row says of its breakdown value. One thing gives a text, several give an array
 * of texts, cohorts their numbers: each person's event once for every cohort that they are in.
 */
final class BreakdownColumns {
    /** The value. */
    static final Column VALUE = new Column("value");

    private final Breakdown breakdown;
    private final EventColumns columns;
    // What the rows say for each dimension or cohort, in their order.
    private final List<SqlExpression> parts = new ArrayList<>();

    BreakdownColumns(Breakdown breakdown, EventColumns columns) {
        this.breakdown = breakdown;
        this.columns = columns;
    }

    /** Whether there is one. */
    boolean isThere() {
        return !(breakdown instanceof Breakdown.None);
    }

    /** Whether it is by cohorts, which people are in whatever they did. */
    boolean isByCohorts() {
        return breakdown instanceof Breakdown.Cohorts;
    }

    /** The things that it is by; none for cohorts. */
    List<Dimension> dimensions() {
        return switch (breakdown) {
            case Breakdown.None(), Breakdown.Cohorts _ -> List.of();
            case Breakdown.Single(var dimension) -> List.of(dimension);
            case Breakdown.Several(var dimensions) -> dimensions;
        };
    }

    /** Whether some of it is sorted into bins, whose bounds all rows of a tally decide together. */
    boolean hasBins() {
        return dimensions().stream().anyMatch(dimension -> dimension.binCount() > 0);
    }

    /** Lets the rows say what the value is made of. */
    void projectInto(CountedEvents events) {
        if (breakdown instanceof Breakdown.Cohorts(var cohorts, _)) {
            CohortPlanner planner = new CohortPlanner(columns);
            for (Cohort cohort : cohorts) {
                parts.add(events.project(planner.isMember(cohort), "in_breakdown_" + cohort.id()));
            }
            return;
        }
        for (Dimension dimension : dimensions()) {
            SqlExpression part =
                    dimension.binCount() > 0
                            ? BreakdownValue.number(dimension, columns)
                            : BreakdownValue.of(dimension, columns);
            parts.add(events.project(part, "value_" + (parts.size() + 1)));
        }
    }

    /** The column of the dimension at a place: a text, or a number where there are bins. */
    Column part(int place) {
        return (Column) parts.get(place);
    }

    /** The value of a row that {@link #expanded} gave, without bins. */
    SqlExpression value() {
        return switch (breakdown) {
            case Breakdown.Cohorts _ -> VALUE;
            case Breakdown.Single _ -> parts.getFirst();
            case Breakdown.Several _, Breakdown.None _ -> new Array(parts);
        };
    }

    /** The value made of one for each dimension. */
    SqlExpression value(Function<Integer, SqlExpression> part) {
        List<SqlExpression> values = new ArrayList<>();
        for (int place = 0; place < dimensions().size(); place++) {
            values.add(part.apply(place));
        }
        return breakdown instanceof Breakdown.Several ? new Array(values) : values.getFirst();
    }

    /** The rows, each once for every cohort. */
    CountedRows expanded(CountedRows rows) {
        if (!(breakdown instanceof Breakdown.Cohorts(var cohorts, _))) {
            return rows;
        }
        List<SqlExpression> ids = new ArrayList<>();
        for (int place = 0; place < cohorts.size(); place++) {
            When isIn = new When(parts.get(place), new Whole(cohorts.get(place).id()));
            ids.add(new Case(List.of(isIn), new Null()));
        }
        return new CountedRows(
                new Source.Expanded(rows.rows(), new Array(ids), VALUE.name()),
                Conditions.all(List.of(rows.condition(), Conditions.isSet(VALUE))));
    }

    /** The value is none at all; of several, one that is none is enough. */
    SqlExpression isNone() {
        Text none = new Text(BreakdownValue.NONE);
        return breakdown instanceof Breakdown.Several
                ? new Call(SqlFunction.CONTAINS, VALUE, none)
                : Conditions.equal(VALUE, none);
    }

    /** The value that stands for all that have no entry of their own. */
    SqlExpression other() {
        return value(_ -> new Text(BreakdownValue.OTHER));
    }
}
