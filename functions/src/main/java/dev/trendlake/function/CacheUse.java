package dev.trendlake.function;

import dev.trendlake.trends.TrendOutcome.Origin;
import java.util.Locale;

/** How much of an answer was known already, from all of it to nothing. */
enum CacheUse {
    /** Nothing had to be computed. */
    HIT,
    /** An older answer, since a newer one could not be computed. */
    STALE,
    /** The engine computed what was missing. */
    PARTIAL,
    /** The engine computed all of it. */
    MISS;

    static CacheUse of(Origin origin) {
        return switch (origin) {
            case Origin.Cache(), Origin.Nowhere() -> HIT;
            case Origin.Stale() -> STALE;
            case Origin.Execution(String _, long _, boolean isPartial) ->
                    isPartial ? PARTIAL : MISS;
        };
    }

    /** What counts such answers. */
    Metric metric() {
        return switch (this) {
            case HIT -> Metric.CACHE_HITS;
            case STALE -> Metric.CACHE_STALE;
            case PARTIAL -> Metric.CACHE_PARTIAL_HITS;
            case MISS -> Metric.CACHE_MISSES;
        };
    }

    /** The word for it in headers and in the log. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
