package dev.trendlake.answer;

import dev.trendlake.engine.Row;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the entries of the series from the rows of their statement (spec: trends, 5 to 7, 9). */
final class SeriesEntries {
    private final TrendQuery query;
    private final SeriesFigures figures;
    private final Map<Period, Buckets> buckets;

    SeriesEntries(TrendQuery query, Map<Period, Buckets> buckets) {
        this.query = query;
        this.figures = new SeriesFigures(query);
        this.buckets = new EnumMap<>(buckets);
    }

    /** The entries in order. */
    List<Entry> of(List<Row> rows, PropertyDefinitions definitions) {
        BreakdownKeys keys = new BreakdownKeys(query.breakdown(), definitions);
        List<SeriesPoints> points =
                new ArrayList<>(rows.stream().map(row -> SeriesPoints.of(row, keys)).toList());
        if (!isBrokenDown()) {
            addEmptySeries(points);
        }
        return points.stream().map(this::entry).sorted(SeriesOrder.of(query.breakdown())).toList();
    }

    // Without a breakdown, a series without events is an entry of zeros.
    private void addEmptySeries(List<SeriesPoints> points) {
        for (Period period : Buckets.periods(query)) {
            for (int i = 0; i < query.series().size(); i++) {
                int series = i;
                boolean isThere =
                        points.stream()
                                .anyMatch(one -> one.period() == period && one.series() == series);
                if (!isThere && !isMissing(query.series().get(i))) {
                    points.add(SeriesPoints.none(period, i));
                }
            }
        }
    }

    private static boolean isMissing(Series series) {
        return switch (series.entity()) {
            case Entity.MissingAction _ -> true;
            case Entity.Event _, Entity.AllEvents _, Entity.ActionEvents _ -> false;
        };
    }

    private Entry entry(SeriesPoints points) {
        Series series = query.series().get(points.series());
        return new Entry(
                Entry.Subject.SERIES,
                points.series(),
                points.period(),
                points.key(),
                label(series, points.key()),
                figures(series, points),
                isWhole(series.aggregation()));
    }

    private Figures figures(Series series, SeriesPoints points) {
        if (query.display().isTotalValue()) {
            return figures.total(series, points.amounts());
        }
        Buckets own = Objects.requireNonNull(buckets.get(points.period()));
        return figures.overTime(series, points.amounts(), own.names());
    }

    private String label(Series series, BreakdownKey key) {
        String label = WireNames.label(series);
        if (!isBrokenDown()) {
            return label;
        }
        return Calculations.count(query) == 1 ? key.label() : label + " - " + key.label();
    }

    private boolean isBrokenDown() {
        return !(query.breakdown() instanceof Breakdown.None);
    }

    // Counts are whole; over time and with a breakdown they are doubles, as PostHog's sums are.
    private boolean isWhole(Aggregation aggregation) {
        boolean isCount =
                switch (aggregation) {
                    case Aggregation.Total _,
                            Aggregation.UniqueActors _,
                            Aggregation.ActiveActors _,
                            Aggregation.UniqueSessions _,
                            Aggregation.FirstTimeForUser _,
                            Aggregation.FirstMatchingEventForUser _ ->
                            true;
                    case Aggregation.OfProperty _,
                            Aggregation.CountPerActor _,
                            Aggregation.HogQl _ ->
                            false;
                };
        return isCount && (query.display().isTotalValue() || !isBrokenDown());
    }
}
