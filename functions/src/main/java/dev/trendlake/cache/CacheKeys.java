package dev.trendlake.cache;

import dev.trendlake.project.Project;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Names questions for the cache. What the rows depend on goes in: entities, aggregations, filters,
 * breakdown, comparison, display, sampling, range, and of the project's settings those that the
 * question uses. What is made of the rows afterwards stays out: names, formulas, smoothing.
 */
public final class CacheKeys {
    /** Raise it when the planner asks for other rows, or for the same rows in another order. */
    private static final int LAYOUT = 3;

    private CacheKeys() {}

    /** The name of a question of a project. */
    public static CacheKey of(TrendQuery query, Project project, LakeNews news) {
        CanonicalText text = text(query, project);
        switch (news) {
            case LakeNews.Counted _ -> text.add("counted");
            case LakeNews.None() -> text.add(project.lakeVersion()).add(project.sideTables());
        }
        text.add(query.limit()).add(query.display()).add(query.interval());
        addRange(text, query.range());
        switch (query.comparison()) {
            case Comparison.None none -> text.add(none);
            case Comparison.With(TimeRange previous) -> addRange(text, previous);
        }
        return new CacheKey(project.id(), Digests.of(text.toString()));
    }

    /**
     * The name of all questions that differ in their ranges alone, and in what is made of the
     * amounts of each bucket: whose pieces are the same.
     */
    public static CacheKey ofShape(TrendQuery query, Project project) {
        TimeRange range = query.range();
        CanonicalText text = text(query, project).add("pieces");
        text.add(query.interval()).add(range.interval());
        text.add(range.weekStart()).add(range.zone().getId());
        return new CacheKey(project.id(), "partial#" + Digests.of(text.toString()));
    }

    private static CanonicalText text(TrendQuery query, Project project) {
        CanonicalText text =
                new CanonicalText(project.propertyDefinitions(), query.now()).add(LAYOUT);
        text.add(query.series().size());
        for (Series series : query.series()) {
            text.add(series.entity()).add(series.aggregation()).add(series.filter());
        }
        return text.add(query.filter()).add(query.breakdown()).add(query.samplingFactor());
    }

    // An end that is "now" to the second is named by the caller's words and its bucket: else no
    // question with one would ever be asked twice. The rows are then as old as any that are kept.
    private static void addRange(CanonicalText text, TimeRange range) {
        text.add(range.interval()).add(range.weekStart()).add(range.zone().getId());
        text.add(range.asked());
        for (ZonedDateTime end : List.of(range.from(), range.to(), range.countedFrom())) {
            ZonedDateTime named = range.asked().isEmpty() ? end : range.startOfBucket(end);
            text.add(named.toInstant().truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
