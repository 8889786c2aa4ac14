package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.trend.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sorts the numbers of a breakdown into bins, once all rows of a tally are there. */
final class BinnedRows {
    private final CountedEvents events;
    private final PerTally perTally;

    BinnedRows(CountedEvents events, PerTally perTally) {
        this.events = events;
        this.perTally = perTally;
    }

    /**
     * The rows with their breakdown value.
     *
     * @param counts which rows of a tally decide about its bounds
     */
    CountedRows of(CountedRows rows, Function<Tally, SqlExpression> counts) {
        return new CountedRows(
                new Source.Subselect(valued(bounded(rows, perTally.value(counts)))),
                Conditions.ALWAYS);
    }

    private Select bounded(CountedRows rows, SqlExpression counts) {
        List<Projection> projections = same(events.names());
        for (int place = 0; place < dimensions().size(); place++) {
            if (dimensions().get(place).binCount() > 0) {
                Histogram bins = histogram(place);
                projections.add(
                        new Projection(bins.lowest(perTally, counts), lowest(place).name()));
                projections.add(
                        new Projection(bins.highest(perTally, counts), highest(place).name()));
            }
        }
        return new Select(projections, rows.rows(), rows.condition(), List.of(), List.of());
    }

    private Select valued(Select bounded) {
        List<Projection> projections = same(events.names());
        projections.add(
                new Projection(
                        events.breakdown().value(this::part), BreakdownColumns.VALUE.name()));
        return new Select(
                projections,
                new Source.Subselect(bounded),
                Conditions.ALWAYS,
                List.of(),
                List.of());
    }

    private SqlExpression part(int place) {
        return dimensions().get(place).binCount() > 0
                ? histogram(place).value(lowest(place), highest(place))
                : events.breakdown().part(place);
    }

    private Histogram histogram(int place) {
        return new Histogram(events.breakdown().part(place), dimensions().get(place).binCount());
    }

    private List<Dimension> dimensions() {
        return events.breakdown().dimensions();
    }

    private static List<Projection> same(List<String> names) {
        List<Projection> projections = new ArrayList<>();
        names.forEach(name -> projections.add(new Projection(new Column(name), name)));
        return projections;
    }

    private static Column lowest(int place) {
        return new Column("lowest_" + (place + 1));
    }

    private static Column highest(int place) {
        return new Column("highest_" + (place + 1));
    }
}
