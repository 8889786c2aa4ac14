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
import java.util.Optional;

/**
 * Writes the one statement that answers a question, with one pass over the events:
 *
 * <ol>
 *   <li>the events of the range, with the properties that are asked for taken out of their
 *       documents;
 *   <li>of these the ones that belong to at least one series, each with its bucket and its
 *       breakdown value;
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
    private static final Column BUCKET = new Column("bucket");
    private static final Column VALUE = new Column("value");
    private static final Column SERIES = new Column("series");
    private static final Column AMOUNT = new Column("amount");

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
                    points(BreakdownRanking.apply(amounts, query.limit()), List.of(SERIES, VALUE));
            case Breakdown.Several _, Breakdown.Cohorts _ -> throw NotPlanned.of(query.breakdown());
        };
    }

    private Select amountsPerSeries(TrendQuery query, Project project) {
        EventColumns columns = new EventColumns(project);
        Select perBucket = amountsPerBucket(query, columns, project);
        List<Projection> projections = new ArrayList<>(List.of(same(SERIES)));
        if (isBrokenDown(query)) {
            projections.add(same(VALUE));
        }
        projections.add(same(BUCKET));
        projections.add(same(AMOUNT));
        Source unnested =
                new Source.Unnested(
                        new Source.Subselect(perBucket),
                        new Column("amounts"),
                        AMOUNT.name(),
                        SERIES.name());
        return new Select(projections, unnested, new Not(new IsNull(AMOUNT)), List.of(), List.of());
    }

    private Select amountsPerBucket(TrendQuery query, EventColumns columns, Project project) {
        List<SqlExpression> belongs = belongsToSeries(query.series(), columns);
        SqlExpression counts =
                Conditions.all(
                        List.of(
                                new FilterPlanner(columns).condition(query.filter()),
                                Conditions.any(belongs)));
        List<SqlExpression> amounts = amounts(query.series(), belongs, columns);
        SqlExpression bucket = BucketPlanner.nameOf(columns.stored("timestamp"), query.range());
        Optional<SqlExpression> value = breakdownValue(query.breakdown(), columns);

        List<Projection> projections = new ArrayList<>();
        projections.add(new Projection(bucket, BUCKET.name()));
        value.ifPresent(v -> projections.add(new Projection(v, VALUE.name())));
        projections.add(new Projection(new Array(amounts), "amounts"));
        List<SqlExpression> groups = new ArrayList<>(List.of(bucket));
        value.ifPresent(groups::add);

        Select events =
                new Select(
                        columns.projections(),
                        new Source.Table(eventsTable),
                        EventRange.of(project, query.range(), query.series()),
                        List.of(),
                        List.of());
        return new Select(projections, new Source.Subselect(events), counts, groups, List.of());
    }

    private static List<SqlExpression> belongsToSeries(List<Series> series, EventColumns columns) {
        FilterPlanner filters = new FilterPlanner(columns);
        return series.stream()
                .map(one ->
                        Conditions.all(
                                List.of(
                                        EventRange.isOf(one.entity(), columns),
                                        filters.condition(one.filter()))))
                .toList();
    }

    private static List<SqlExpression> amounts(
            List<Series> series, List<SqlExpression> belongs, EventColumns columns) {
        AggregationPlanner aggregations = new AggregationPlanner(columns);
        List<SqlExpression> amounts = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            // Only rows of the one series are there at all.
            SqlExpression condition = series.size() == 1 ? Conditions.ALWAYS : belongs.get(i);
            amounts.add(aggregations.aggregate(series.get(i).aggregation(), condition));
        }
        return amounts;
    }

    private static Optional<SqlExpression> breakdownValue(
            Breakdown breakdown, EventColumns columns) {
        return switch (breakdown) {
            case Breakdown.None() -> Optional.empty();
            case Breakdown.Single(var dimension) ->
                    Optional.of(BreakdownValue.of(dimension, columns));
            case Breakdown.Several _, Breakdown.Cohorts _ -> throw NotPlanned.of(breakdown);
        };
    }

    private static Select points(Select amounts, List<Column> groups) {
        SqlExpression map =
                new SqlExpression.Aggregate(
                        SqlFunction.MAP_AGG, List.of(BUCKET, AMOUNT), false, Conditions.ALWAYS);
        SqlExpression json = new Call(SqlFunction.JSON_FORMAT, new Cast(map, SqlType.JSON, false));
        List<Projection> projections =
                new ArrayList<>(groups.stream().map(TrendPlanner::same).toList());
        projections.add(new Projection(json, "points"));
        return new Select(
                projections,
                new Source.Subselect(amounts),
                Conditions.ALWAYS,
                List.copyOf(groups),
                List.of());
    }

    private static boolean isBrokenDown(TrendQuery query) {
        return !(query.breakdown() instanceof Breakdown.None);
    }

    private static Projection same(Column column) {
        return new Projection(column, column.name());
    }
}
