package dev.trendlake.plan;

import dev.trendlake.project.Project;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The events that a question counts: each with its bucket, its breakdown value, what the
 * aggregations need of it and, where there are several series, whether it belongs to each.
 */
final class CountedEvents {
    static final Column BUCKET = new Column("bucket");
    static final Column VALUE = new Column("value");

    private final String eventsTable;
    private final Project project;

    CountedEvents(String eventsTable, Project project) {
        this.eventsTable = eventsTable;
        this.project = project;
    }

    Select of(TrendQuery query) {
        EventColumns columns = new EventColumns(project);
        List<SqlExpression> belongs = belongs(query.series(), columns);
        List<SqlExpression> counts = new ArrayList<>();
        counts.add(new FilterPlanner(columns).condition(query.filter()));

        List<Projection> projections = new ArrayList<>();
        projections.add(
                new Projection(
                        BucketPlanner.startOf(columns.stored("timestamp"), query.range()),
                        BUCKET.name()));
        addBreakdownValue(query.breakdown(), columns, projections);
        inputs(query.series()).forEach(input -> projections.add(stored(input, columns)));
        if (query.series().size() == 1) {
            counts.add(belongs.getFirst());
        } else {
            addFlags(belongs, projections);
        }
        return new Select(
                projections,
                new Source.Subselect(events(query, columns)),
                Conditions.all(counts),
                List.of(),
                List.of());
    }

    /** The row belongs to the series at this place. */
    static SqlExpression belongsTo(int place, List<Series> series) {
        return series.size() == 1 ? Conditions.ALWAYS : flag(place);
    }

    /** The row belongs to at least one series. */
    static SqlExpression belongsToAny(List<Series> series) {
        return Conditions.any(
                IntStream.range(0, series.size())
                        .mapToObj(place -> belongsTo(place, series))
                        .toList());
    }

    private Select events(TrendQuery query, EventColumns columns) {
        return new Select(
                columns.projections(),
                new Source.Table(eventsTable),
                EventRange.of(project, query.range(), query.series()),
                List.of(),
                List.of());
    }

    private static List<SqlExpression> belongs(List<Series> series, EventColumns columns) {
        FilterPlanner filters = new FilterPlanner(columns);
        List<SqlExpression> belongs = new ArrayList<>();
        for (Series one : series) {
            SqlExpression isOf =
                    series.size() == 1 ? Conditions.ALWAYS : EventRange.isOf(one.entity(), columns);
            belongs.add(Conditions.all(List.of(isOf, filters.condition(one.filter()))));
        }
        return belongs;
    }

    private static void addBreakdownValue(
            Breakdown breakdown, EventColumns columns, List<Projection> projections) {
        switch (breakdown) {
            case Breakdown.None() -> {}
            case Breakdown.Single(var dimension) ->
                    projections.add(
                            new Projection(BreakdownValue.of(dimension, columns), VALUE.name()));
            case Breakdown.Several _, Breakdown.Cohorts _ -> throw NotPlanned.of(breakdown);
        }
    }

    private static void addFlags(List<SqlExpression> belongs, List<Projection> projections) {
        for (int place = 0; place < belongs.size(); place++) {
            projections.add(new Projection(belongs.get(place), flag(place).name()));
        }
    }

    private static Set<Column> inputs(List<Series> series) {
        Set<Column> inputs = new LinkedHashSet<>();
        series.forEach(one -> inputs.addAll(Count.of(one.aggregation()).inputs()));
        return inputs;
    }

    private static Projection stored(Column column, EventColumns columns) {
        return new Projection(columns.stored(column.name()), column.name());
    }

    private static Column flag(int place) {
        return new Column("in_series_" + (place + 1));
    }
}
