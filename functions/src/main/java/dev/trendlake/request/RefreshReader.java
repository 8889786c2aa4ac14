package dev.trendlake.request;

import dev.trendlake.trend.Refresh;
import java.util.Locale;
import java.util.Set;

/**
 * Reads {@code refresh}, from the query string, else from the body (spec: HTTP, 3). This endpoint
 * never works in the background, so {@code async}, {@code lazy_async}, {@code force_async}, {@code
 * async_except_on_cache_miss} and {@code force_cache} are read as {@code blocking}; unknown words
 * are read as none, as PostHog does.
 */
public final class RefreshReader {
    private static final Set<String> ALWAYS = Set.of("true", "1", "yes", "", "force_blocking");

    /** Whether the caller wants the answer computed anew. */
    public Refresh read(RequestParameters parameters) {
        Field field = parameters.queryFirst("refresh");
        if (field.isAbsent() || field.value().isContainerNode()) {
            return Refresh.IF_STALE;
        }
        String word = field.value().asText().toLowerCase(Locale.ROOT);
        return ALWAYS.contains(word) ? Refresh.ALWAYS : Refresh.IF_STALE;
    }
}
