package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Actor;
import dev.trendlake.trend.Aggregation;
import java.util.List;

/**
 * What a series makes of the events of a bucket (spec: trends, 3): NULL where there are none.
 *
 * @param inputs the columns of an event that it is made of
 * @param distinct whether equal inputs count once
 */
record Count(List<Column> inputs, boolean distinct) {
    private static final Column PERSON = new Column("person_key");

    Count {
        inputs = List.copyOf(inputs);
    }

    static Count of(Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.Total() -> new Count(List.of(), false);
            case Aggregation.UniqueActors(Actor.Person()) -> new Count(List.of(PERSON), true);
            case Aggregation.UniqueActors _,
                    Aggregation.ActiveActors _,
                    Aggregation.UniqueSessions _,
                    Aggregation.FirstTimeForUser _,
                    Aggregation.FirstMatchingEventForUser _,
                    Aggregation.OfProperty _,
                    Aggregation.CountPerActor _,
                    Aggregation.HogQl _ ->
                    throw NotPlanned.of(aggregation);
        };
    }

    /** The aggregate of the rows that belong to the series. */
    SqlExpression aggregate(SqlExpression belongs) {
        SqlExpression count =
                new SqlExpression.Aggregate(
                        SqlFunction.COUNT, List.copyOf(inputs), distinct, belongs);
        return new Call(SqlFunction.NULLIF, count, new Whole(0));
    }
}
