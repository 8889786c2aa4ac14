package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Actor;
import dev.trendlake.trend.Aggregation;
import java.util.List;

/** What a series makes of the events of a bucket (spec: trends, 3): NULL where there are none. */
final class AggregationPlanner {
    private static final Column PERSON = new Column("person_key");

    private AggregationPlanner() {}

    /** The columns of an event that the aggregate is made of. */
    static List<Column> inputs(Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.Total() -> List.of();
            case Aggregation.UniqueActors(Actor.Person()) -> List.of(PERSON);
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
    static SqlExpression aggregate(Aggregation aggregation, SqlExpression belongs) {
        return switch (aggregation) {
            case Aggregation.Total() ->
                    nothingForZero(
                            new SqlExpression.Aggregate(
                                    SqlFunction.COUNT, List.of(), false, belongs));
            case Aggregation.UniqueActors(Actor.Person()) ->
                    nothingForZero(
                            new SqlExpression.Aggregate(
                                    SqlFunction.COUNT, List.of(PERSON), true, belongs));
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

    private static SqlExpression nothingForZero(SqlExpression count) {
        return new Call(SqlFunction.NULLIF, count, new Whole(0));
    }
}
