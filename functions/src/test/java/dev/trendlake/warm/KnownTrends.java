package dev.trendlake.warm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.project.Project;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendOutcome.Origin;
import dev.trendlake.trends.TrendService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Computes what is asked, each question by its events' name, and reads a thousand bytes for it. */
final class KnownTrends implements TrendService {
    static final long BYTES = 1_000;

    /** What was computed, in order. */
    final List<String> computed = new ArrayList<>();

    private final Set<String> fresh = new HashSet<>();

    /** Makes an answer as good as new. */
    void know(String event) {
        fresh.add(event);
    }

    @Override
    public CacheKey keyOf(TrendQuery query, Project project) {
        return new CacheKey(project.id(), eventOf(query));
    }

    @Override
    public TrendOutcome answer(TrendQuery query, Project project, Asking asking) {
        String event = eventOf(query);
        asking.spending().spend();
        if (event.equals("fails")) {
            throw new QueryFailed("SYNTAX_ERROR");
        }
        computed.add(event);
        fresh.add(event);
        return new TrendOutcome.Answered(
                JsonNodeFactory.instance.objectNode(), new Origin.Execution("e", BYTES, false));
    }

    @Override
    public State state(TrendQuery query, Project project, Asking asking) {
        return fresh.contains(eventOf(query)) ? new State.Fresh() : new State.Stale();
    }

    @Override
    public TrendOutcome look(
            TrendQuery query, Project project, Asking asking, CacheKey key, Instant since) {
        return new TrendOutcome.Missing();
    }

    @Override
    public void cancel(CacheKey key, Instant since, Asking asking) {}

    private static String eventOf(TrendQuery query) {
        return query.series().getFirst().entity() instanceof Entity.Event event ? event.name() : "";
    }
}
