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
     * The rows with the numbers of their bins and with the bounds of all.
     *
     * @param counts which rows of a tally decide about its bounds
     */
    CountedRows of(CountedRows rows, Function<Tally, SqlExpression> counts) {
        return new CountedRows(
                new Source.Subselect(binned(bounded(rows, perTally.value(counts)))),
                Conditions.ALWAYS);
    }

    /** The columns that a row's breakdown value follows from. */
    List<SqlExpression> columns() {
        List<SqlExpression> columns = new ArrayList<>();
        for (int place = 0; place < dimensions().size(); place++) {
            if (isBinned(place)) {
                columns.addAll(List.of(bin(place), lowest(place), highest(place)));
            } else {
                columns.add(events.breakdown().part(place));
            }
        }
        return columns;
    }

    /** The breakdown value of a row: written once for each group of rows, and not for each row. */
    SqlExpression value() {
        return events.breakdown().value(this::part);
    }

    private Select bounded(CountedRows rows, SqlExpression counts) {
        List<Projection> projections = same(events.names());
        for (int place = 0; place < dimensions().size(); place++) {
            if (isBinned(place)) {
                Histogram bins = histogram(place);
                projections.add(
                        new Projection(bins.lowest(perTally, counts), lowest(place).name()));
                projections.add(
                        new Projection(bins.highest(perTally, counts), highest(place).name()));
            }
        }
        return new Select(projections, rows.rows(), rows.condition(), List.of(), List.of());
    }

    private Select binned(Select bounded) {
        List<Projection> projections = same(events.names());
        for (int place = 0; place < dimensions().size(); place++) {
            if (isBinned(place)) {
                projections.add(
                        new Projection(
                                histogram(place).bin(lowest(place), highest(place)),
                                bin(place).name()));
                projections.addAll(same(List.of(lowest(place).name(), highest(place).name())));
            }
        }
        return new Select(
                projections,
                new Source.Subselect(bounded),
                Conditions.ALWAYS,
                List.of(),
                List.of());
    }

    private SqlExpression part(int place) {
        return isBinned(place)
                ? histogram(place).value(bin(place), lowest(place), highest(place))
                : events.breakdown().part(place);
    }

    private boolean isBinned(int place) {
        return dimensions().get(place).binCount() > 0;
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

    private static Column bin(int place) {
        return new Column("bin_" + (place + 1));
    }

    private static Column lowest(int place) {
        return new Column("lowest_" + (place + 1));
    }

    private static Column highest(int place) {
        return new Column("highest_" + (place + 1));
    }
}
