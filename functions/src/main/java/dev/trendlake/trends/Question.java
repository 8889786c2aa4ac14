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
 */
record Question(TrendQuery query, Project project, Asking asking, CacheKey key) {}
