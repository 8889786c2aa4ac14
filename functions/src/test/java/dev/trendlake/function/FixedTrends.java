package dev.trendlake.function;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.CacheKeys;
import dev.trendlake.cache.LakeNews;
import dev.trendlake.project.Project;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;
import java.time.Instant;

/** Answers every question as a test says. */
record FixedTrends(Answering answering) implements TrendService {
    @Override
    public TrendOutcome answer(TrendQuery query, Project project, Asking asking) {
        return answering.answer(query, project, asking);
    }

    @Override
    public CacheKey keyOf(TrendQuery query, Project project) {
        return CacheKeys.of(query, project, new LakeNews.None());
    }

    @Override
    public TrendOutcome look(
            TrendQuery query, Project project, Asking asking, CacheKey key, Instant since) {
        return answering.answer(query, project, asking);
    }

    @Override
    public State state(TrendQuery query, Project project, Asking asking) {
        return new State.Missing();
    }

    @Override
    public void cancel(CacheKey key, Instant since, Asking asking) {}

    /** What a test says. */
    @FunctionalInterface
    interface Answering {
        TrendOutcome answer(TrendQuery query, Project project, Asking asking);
    }
}
