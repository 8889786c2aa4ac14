package dev.trendlake.plan;

import dev.trendlake.project.Project;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the one statement that answers a question, with one pass over the events:
 *
 * <ol>
 *   <li>the events that count, each with its bucket, its breakdown value and the series that it
 *       belongs to ({@link CountedEvents});
 *   <li>one row for each bucket and value, with an amount for each series;
 *   <li>one row for each amount; with a breakdown, of the largest values alone;
 *   <li>one row for each series and value, with all its amounts by bucket.
 * </ol>
 *
 * <p>The rows: {@code series} (its place in the question, counted from 1), {@code value} (only with
 * a breakdown) and {@code points}, a JSON object from the names of buckets to amounts; buckets
 * without events are absent.
 */
public final class TrendPlanner {
    private static final Column SERIES = new Column("series");
    private static final Column AMOUNT = new Column("amount");
    private static final Column AMOUNTS = new Column("amounts");

    private final String eventsTable;

    /** Takes the name of the table of events. */
    public TrendPlanner(String eventsTable) {
        this.eventsTable = eventsTable;
    }

    /** The statement for a question, whose range is not empty. */
    public Select plan(TrendQuery query, Project project) {
        Select amounts = amountsPerSeries(query, project);
        return switch (query.breakdown()) {
            case Breakdown.None() -> points(amounts, List.of(SERIES));
            case Breakdown.Single _ ->
                    points(
                            BreakdownRanking.apply(amounts, query.limit()),
                            List.of(SERIES, CountedEvents.VALUE));
            case Breakdown.Several _, Breakdown.Cohorts _ -> throw NotPlanned.of(query.breakdown());
        };
    }

    private Select amountsPerSeries(TrendQuery query, Project project) {
        List<Projection> projections = new ArrayList<>(List.of(same(SERIES)));
        keys(query.breakdown()).forEach(key -> projections.add(same(key)));
        projections.add(same(AMOUNT));
        Source unnested =
                new Source.Unnested(
                        new Source.Subselect(amountsPerBucket(query, project)),
                        AMOUNTS,
                        AMOUNT.name(),
                        SERIES.name());
        return new Select(projections, unnested, new Not(new IsNull(AMOUNT)), List.of(), List.of());
    }

    private Select amountsPerBucket(TrendQuery query, Project project) {
        List<SqlExpression> amounts = new ArrayList<>();
        for (int place = 0; place < query.series().size(); place++) {
            Series series = query.series().get(place);
            SqlExpression belongs = CountedEvents.belongsTo(place, query.series());
            amounts.add(Count.of(series.aggregation()).aggregate(belongs));
        }
        List<Column> keys = keys(query.breakdown());
        List<Projection> projections = new ArrayList<>();
        keys.forEach(key -> projections.add(same(key)));
        projections.add(new Projection(new Array(amounts), AMOUNTS.name()));
        return new Select(
                projections,
                new Source.Subselect(new CountedEvents(eventsTable, project).of(query)),
                CountedEvents.belongsToAny(query.series()),
                List.copyOf(keys),
                List.of());
    }

    private static Select points(Select amounts, List<Column> groups) {
        SqlExpression bucket = BucketPlanner.nameOf(CountedEvents.BUCKET);
        SqlExpression map =
                new SqlExpression.Aggregate(
                        SqlFunction.MAP_AGG, List.of(bucket, AMOUNT), false, Conditions.ALWAYS);
        SqlExpression json = new Call(SqlFunction.JSON_FORMAT, new Cast(map, SqlType.JSON, false));
        List<Projection> projections = new ArrayList<>();
        groups.forEach(group -> projections.add(same(group)));
        projections.add(new Projection(json, "points"));
        return new Select(
                projections,
                new Source.Subselect(amounts),
                Conditions.ALWAYS,
                List.copyOf(groups),
                List.of());
    }

    private static List<Column> keys(Breakdown breakdown) {
        return switch (breakdown) {
            case Breakdown.None() -> List.of(CountedEvents.BUCKET);
            case Breakdown.Single _, Breakdown.Several _, Breakdown.Cohorts _ ->
                    List.of(CountedEvents.VALUE, CountedEvents.BUCKET);
        };
    }

    private static Projection same(Column column) {
        return new Projection(column, column.name());
    }
}
