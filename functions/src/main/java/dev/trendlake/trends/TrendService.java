package dev.trendlake.trends;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.project.Project;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;

/** Answers trends questions. */
public interface TrendService {
    /**
     * Answers a question about a project.
     *
     * @throws dev.trendlake.error.ApiException when it can't be answered
     */
    TrendOutcome answer(TrendQuery query, Project project, Asking asking);

    /** The name of a question, by which it is looked for again. */
    CacheKey keyOf(TrendQuery query, Project project);

    /**
     * What has become of a question that was asked before. One whose computation was lost is
     * started again.
     *
     * @param key the question's name when it was asked
     * @param since rows that were computed from this time on answer it
     * @throws dev.trendlake.error.ApiException when it has failed
     */
    TrendOutcome look(
            TrendQuery query, Project project, Asking asking, CacheKey key, Instant since);

    /**
     * What is known of a question, without computing anything.
     *
     * @param asking says how good rows must be, and when
     */
    State state(TrendQuery query, Project project, Asking asking);

    /**
     * Stops the computation of a question, whoever waits for it. One that was answered already is
     * left alone, whatever runs for the same question now.
     *
     * @param since rows that were computed from this time on answer it
     */
    void cancel(CacheKey key, Instant since, Asking asking);

    /** What is known of a question. */
    sealed interface State {
        /** Rows that are as good as was asked for: an answer costs no execution. */
        record Fresh() implements State {}

        /** Rows that are not: an answer has to be computed. */
        record Stale() implements State {}

        /** Nothing. */
        record Missing() implements State {}
    }
}
