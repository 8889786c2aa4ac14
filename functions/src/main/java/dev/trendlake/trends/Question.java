package dev.trendlake.trends;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.project.Project;
import dev.trendlake.trend.TrendQuery;

/**
 * A question that is being answered.
 *
 * @param query what is asked
 * @param project about whom
 * @param asking the circumstances
 * @param key its name in the cache
 * @param lake how the project's lake stands
 */
record Question(TrendQuery query, Project project, Asking asking, CacheKey key, LakeView lake) {
    /** Whether an end of one of its periods is "now" to the second. */
    boolean moves() {
        return query.periods().stream().anyMatch(range -> !range.asked().isEmpty());
    }
}
