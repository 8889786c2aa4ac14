package dev.trendlake.cache;

import dev.trendlake.trend.Address;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.BreakdownLimit;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Formula;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.SeriesNaming;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.util.List;
import java.util.Map;

/** A question, all of whose parts can be set. */
final class Question {
    Entity entity = new Entity.AllEvents();
    Aggregation aggregation = new Aggregation.Total();
    PropertyFilter seriesFilter = PropertyFilter.everything();
    SeriesNaming naming = new SeriesNaming("All events", "", "", "", "", "");
    Address address = new Address("events__0");
    TimeRange range = CacheKeysTest.range("2026-11-16T00:00Z[UTC]");
    PropertyFilter filter = PropertyFilter.everything();
    Breakdown breakdown = new Breakdown.None();
    BreakdownLimit limit = new BreakdownLimit(25, false);
    Comparison comparison = new Comparison.None();
    Display display = Display.LINE_GRAPH;
    List<Formula> formulas = List.of();
    int smoothing = 1;
    double samplingFactor = 1;
    Map<String, Object> echo = Map.of();

    TrendQuery query() {
        return new TrendQuery(
                List.of(new Series(entity, aggregation, seriesFilter, naming, address)),
                range,
                range.interval(),
                range.to().toInstant(),
                filter,
                breakdown,
                limit,
                comparison,
                display,
                formulas,
                smoothing,
                samplingFactor,
                echo);
    }
}
