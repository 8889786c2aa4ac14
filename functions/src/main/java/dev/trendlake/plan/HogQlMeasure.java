package dev.trendlake.plan;

import dev.trendlake.hogql.HogQlAggregation;
import dev.trendlake.hogql.HogQlException;
import dev.trendlake.hogql.HogQlTranslator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.HogQlText;
import java.util.List;

/** What an aggregate in HogQL makes of the events of a tally. */
final class HogQlMeasure {
    private final CountedEvents events;
    private final HogQlTranslator translator;

    HogQlMeasure(CountedEvents events, EventColumns columns) {
        this.events = events;
        this.translator = new HogQlTranslator(new EventScope(columns));
    }

    /** The number, a double; NULL where there is none, or none that is finite. */
    SqlExpression aggregate(HogQlText text, Tally tally) {
        HogQlAggregation aggregation = aggregation(text, tally);
        aggregation.inputs().forEach(events::projectAs);
        SqlExpression number = aggregation.value();
        SqlExpression isFinite = new Call(SqlFunction.IS_FINITE, number);
        return new Case(List.of(new When(isFinite, number)), new Null());
    }

    private HogQlAggregation aggregation(HogQlText text, Tally tally) {
        try {
            return translator.aggregation(text, "hogql_" + tally.number(), Conditions.ALWAYS);
        } catch (HogQlException e) {
            throw e.asRefusal();
        }
    }
}
