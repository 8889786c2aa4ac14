package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.Project;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.BreakdownLimit;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.SeriesNaming;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Reads PostHog's legacy filter: all events of the last seven days, as yet. */
public final class TrendFilterReader {
    /** Reads a question that was asked at {@code now}. */
    public TrendQuery read(RequestParameters parameters, Project project, Instant now) {
        if (!parameters.body().has("events") && !parameters.query().has("events")) {
            throw new InvalidRequest("events", "events or actions are required");
        }
        ZonedDateTime today = now.atZone(project.zone()).truncatedTo(ChronoUnit.DAYS);
        ZonedDateTime from = today.minusDays(7);
        Series series =
                new Series(
                        new Entity.AllEvents(),
                        new Aggregation.Total(),
                        PropertyFilter.everything(),
                        new SeriesNaming("All events", "", "", "", "", ""),
                        new Address("events__0"));
        return new TrendQuery(
                List.of(series),
                new TimeRange(
                        from,
                        today.plusDays(1).minusNanos(1_000),
                        from,
                        Interval.DAY,
                        project.weekStart()),
                PropertyFilter.everything(),
                new Breakdown.None(),
                new BreakdownLimit(25, false),
                new Comparison.None(),
                Display.LINE_GRAPH,
                List.of(),
                1,
                1,
                Map.of());
    }
}
