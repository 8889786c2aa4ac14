package dev.trendlake.plan;

import dev.trendlake.project.Project;
import dev.trendlake.trend.Actor;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What has to be tallied to answer a question: each series in each period. */
final class Tallies {
    private final TrendQuery query;
    private final Project project;

    private Tallies(TrendQuery query, Project project) {
        this.query = query;
        this.project = project;
    }

    /** The tallies of a question; none when nothing can match. */
    static List<Tally> of(TrendQuery query, Project project) {
        return new Tallies(query, project).all();
    }

    private List<Tally> all() {
        List<Tally> tallies = new ArrayList<>();
        for (int period = 0; period < query.periods().size(); period++) {
            TimeRange range = query.periods().get(period);
            for (int place = 0; place < query.series().size(); place++) {
                Series series = query.series().get(place);
                if (!(series.entity() instanceof Entity.MissingAction)) {
                    tallies.add(tally(tallies.size() + 1, place + 1, period, series, range));
                }
            }
        }
        return List.copyOf(tallies);
    }

    private Tally tally(int number, int place, int period, Series series, TimeRange range) {
        Measure measure = measure(query, series.aggregation());
        return new Tally(
                number,
                place,
                period,
                series,
                range,
                measure,
                first(series.aggregation(), measure, range),
                measure instanceof Measure.ActiveKeys
                        ? new ActiveWindow(range).last()
                        : range.lastInstant());
    }

    /** What an aggregation of a question comes to. */
    static Measure measure(TrendQuery query, Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.Total() -> new Measure.Events();
            case Aggregation.UniqueActors(var actor) -> unique(query, CountedKey.of(actor));
            case Aggregation.ActiveActors(int days, Actor actor) -> active(query, days, actor);
            case Aggregation.UniqueSessions() -> new Measure.DistinctKeys(new CountedKey.Session());
            case Aggregation.FirstTimeForUser() -> new Measure.FirstTimes(false);
            case Aggregation.FirstMatchingEventForUser() -> new Measure.FirstTimes(true);
            case Aggregation.OfProperty ofProperty -> ofProperty(ofProperty);
            case Aggregation.CountPerActor(var statistic) ->
                    new Measure.OfEventsPerKey(new CountedKey.Person(), statistic);
            case Aggregation.HogQl(var text) -> new Measure.OfHogQl(text);
        };
    }

    // In running totals each actor counts once, in the first bucket it appears in (7.1).
    private static Measure unique(TrendQuery query, CountedKey key) {
        return query.display() == Display.LINE_GRAPH_CUMULATIVE
                ? new Measure.NewKeys(key)
                : new Measure.DistinctKeys(key);
    }

    // A window no longer than a bucket is the bucket itself (3.1), also for totals, which look at
    // the days that end with the range otherwise.
    private static Measure active(TrendQuery query, int days, Actor actor) {
        if (isAsLongAsABucket(query, days) || query.display().isTotalValue()) {
            return new Measure.DistinctKeys(CountedKey.of(actor));
        }
        return new Measure.ActiveKeys(CountedKey.of(actor), days);
    }

    private static boolean isAsLongAsABucket(TrendQuery query, int days) {
        return switch (query.interval()) {
            case MINUTE, HOUR, DAY -> false;
            case WEEK -> days <= 7;
            case MONTH -> true;
        };
    }

    private static Measure ofProperty(Aggregation.OfProperty asked) {
        return asked.oncePerSession() && asked.property() instanceof Property.OfSession
                ? new Measure.OfSessions(asked.statistic(), asked.property(), asked.multiplier())
                : new Measure.OfNumbers(asked.statistic(), asked.property(), asked.multiplier());
    }

    private Instant first(Aggregation aggregation, Measure measure, TimeRange range) {
        if (measure instanceof Measure.FirstTimes) {
            return earlier(project.earliestEvent(), range.firstInstant());
        }
        if (aggregation instanceof Aggregation.CountPerActor) {
            return seconds(range.from().toInstant());
        }
        if (aggregation instanceof Aggregation.ActiveActors(int days, _)
                && !isAsLongAsABucket(query, days)) {
            return query.display().isTotalValue()
                    ? seconds(range.to().minusDays(days).toInstant()).plusSeconds(1)
                    : new ActiveWindow(range).first(days);
        }
        return range.firstInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? seconds(one) : other;
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
