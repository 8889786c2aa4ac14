package dev.trendlake.trends;

import dev.trendlake.project.Project;
import dev.trendlake.trend.TrendQuery;

/** Answers trends questions. */
@FunctionalInterface
public interface TrendService {
    /**
     * Answers a question about a project.
     *
     * @throws dev.trendlake.error.ApiException when it can't be answered
     */
    TrendOutcome answer(TrendQuery query, Project project, Asking asking);
}
