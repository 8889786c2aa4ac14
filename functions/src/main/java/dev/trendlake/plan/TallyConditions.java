package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Between;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Timestamp;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.TrendQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which events belong to a tally. */
final class TallyConditions {
    /** Into how many parts people are divided, of which a sample takes the first ones. */
    private static final long PARTS = 65_536;

    private final TrendQuery query;
    private final EventScan scan;
    private final EventColumns columns;
    private final FilterPlanner filters;
    private final Map<Integer, SqlExpression> passing = new HashMap<>();
    private final Map<Integer, SqlExpression> asked = new HashMap<>();
    private final Map<Integer, SqlExpression> isOf = new HashMap<>();

    TallyConditions(TrendQuery query, EventScan scan, EventColumns columns) {
        this.query = query;
        this.scan = scan;
        this.columns = columns;
        this.filters = new FilterPlanner(columns);
    }

    /** The event is one of those that the tally looks at. Everything else was asked for before. */
    SqlExpression belongs(Tally tally) {
        return Conditions.all(List.of(inTime(tally), isOf(tally), asksFor(tally)));
    }

    /** Asks for everything that the conditions of a tally look at. */
    void prepare(Tally tally) {
        passes(tally);
        asked.computeIfAbsent(tally.number(), _ -> belongsByFilters(tally));
        if (tally.series().entity() instanceof Entity.ActionEvents) {
            isOf.put(tally.number(), new EntityPlanner(columns).isOf(tally.series().entity()));
        }
    }

    private SqlExpression asksFor(Tally tally) {
        return asked.getOrDefault(tally.number(), Conditions.ALWAYS);
    }

    /** The event meets the filters of the tally and lies in its period. */
    SqlExpression passes(Tally tally) {
        return passing.computeIfAbsent(
                tally.number(),
                _ ->
                        Conditions.all(
                                List.of(
                                        filters.condition(query.filter()),
                                        filters.condition(tally.series().filter()),
                                        isSampled())));
    }

    /** Whether no event can belong to two of these. */
    static boolean areApart(List<Tally> tallies) {
        for (Tally one : tallies) {
            for (Tally other : tallies) {
                if (one.number() < other.number() && mayShare(one, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean mayShare(Tally one, Tally other) {
        boolean apartInTime =
                one.last().isBefore(other.first()) || other.last().isBefore(one.first());
        boolean apartByName =
                one.series().entity() instanceof Entity.Event(var name)
                        && other.series().entity() instanceof Entity.Event(var otherName)
                        && !name.equals(otherName);
        return !apartInTime && !apartByName;
    }

    private SqlExpression belongsByFilters(Tally tally) {
        return switch (tally.measure()) {
            // The first of all events, whether or not it passes, decides (spec: trends, 3.2).
            case Measure.FirstTimes(boolean ofThoseThatPass) when !ofThoseThatPass ->
                    Conditions.ALWAYS;
            case Measure.FirstTimes _,
                    Measure.Events _,
                    Measure.OfNumbers _,
                    Measure.OfHogQl _,
                    Measure.OfEventsPerKey _,
                    Measure.OfSessions _ ->
                    passes(tally);
            case Measure.DistinctKeys(var key) -> withKey(tally, key);
            case Measure.NewKeys(var key) -> withKey(tally, key);
            case Measure.ActiveKeys(var key, _) -> withKey(tally, key);
        };
    }

    private SqlExpression withKey(Tally tally, CountedKey key) {
        return switch (key) {
            case CountedKey.Person(), CountedKey.Session() -> passes(tally);
            case CountedKey.Group _ ->
                    Conditions.all(List.of(passes(tally), Conditions.isSet(key.value(columns))));
        };
    }

    private SqlExpression isOf(Tally tally) {
        Entity entity = tally.series().entity();
        return scan.settledReach().isOnly(entity)
                ? Conditions.ALWAYS
                : isOf.computeIfAbsent(
                        tally.number(), _ -> new EntityPlanner(columns).isOf(entity));
    }

    private SqlExpression inTime(Tally tally) {
        return scan.settledReach().liesWithin(tally.first(), tally.last())
                ? Conditions.ALWAYS
                : new Between(
                        columns.day(), new Timestamp(tally.first()), new Timestamp(tally.last()));
    }

    private SqlExpression isSampled() {
        if (query.samplingFactor() >= 1) {
            return Conditions.ALWAYS;
        }
        SqlExpression part =
                new Call(
                        SqlFunction.BITWISE_AND,
                        columns.stored("person_key"),
                        new Whole(PARTS - 1));
        long taken = Math.max(1, Math.round(query.samplingFactor() * PARTS));
        return Conditions.compare(part, ComparisonOperator.LESS, new Whole(taken));
    }
}
