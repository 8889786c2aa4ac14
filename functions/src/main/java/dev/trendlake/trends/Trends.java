package dev.trendlake.trends;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trendlake.answer.TrendAnswer;
import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.CacheKeys;
import dev.trendlake.cache.Freshness;
import dev.trendlake.cache.ResultCache;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.Project;
import dev.trendlake.sql.Select;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.TrendOutcome.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The path of a question: find its rows in the cache, or else plan its statement, run it and keep
 * its rows; then make the answer of them. Safe for use by several threads.
 */
public final class Trends implements TrendService {
    /** How long an execution that outlived its request waits for somebody who asks again. */
    private static final Duration UNREAD_EXECUTION = Duration.ofMinutes(30);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final TrendPlanner planner;
    private final QueryEngine engine;
    private final ResultCache cache;

    /** Takes the parts of the path. */
    public Trends(TrendPlanner planner, QueryEngine engine, ResultCache cache) {
        this.planner = planner;
        this.engine = engine;
        this.cache = cache;
    }

    @Override
    public TrendOutcome answer(TrendQuery query, Project project, Asking asking) {
        if (query.range().buckets().isEmpty() || matchesNothing(query)) {
            return outcome(query, project, asking, nothing(asking.now()), new Origin.Nowhere());
        }
        CacheKey key = CacheKeys.of(query, project);
        CacheEntry entry = cache.find(key, asking.now());
        asking.progress().done(Stage.CACHE);
        if (entry instanceof CacheEntry.Kept kept && isGoodEnough(kept, query, asking)) {
            return outcome(query, project, asking, kept, new Origin.Cache());
        }
        Computed computed = compute(query, project, asking, key, entry);
        asking.progress().done(Stage.QUERY);
        cache.keep(
                key,
                computed.kept(),
                Freshness.expiresAt(query.range(), computed.kept().computedAt()));
        asking.progress().done(Stage.KEEP);
        Origin origin =
                new Origin.Execution(computed.run().executionId(), computed.run().bytesScanned());
        return outcome(query, project, asking, computed.kept(), origin);
    }

    private static boolean matchesNothing(TrendQuery query) {
        return query.series().stream()
                .allMatch(series -> series.entity() instanceof Entity.MissingAction);
    }

    private static boolean isGoodEnough(CacheEntry.Kept kept, TrendQuery query, Asking asking) {
        return switch (asking.refresh()) {
            case ALWAYS -> false;
            case IF_STALE -> Freshness.isFresh(query.range(), kept.computedAt(), asking.now());
        };
    }

    private Computed compute(
            TrendQuery query, Project project, Asking asking, CacheKey key, CacheEntry entry) {
        if (entry instanceof CacheEntry.Running running) {
            try {
                return resumed(running, asking);
            } catch (ExecutionLost _) {
                // It ended without rows: the question is asked anew.
            } catch (StillRunning _) {
                throw askAgain();
            } catch (QueryFailed e) {
                // The next request starts anew: what was wrong may be mended by then.
                cache.keep(key, running, asking.now());
                throw e;
            }
        }
        try {
            return started(query, project, asking);
        } catch (StillRunning running) {
            asking.progress().executes(running.executionId());
            Instant now = asking.now();
            cache.keep(
                    key,
                    new CacheEntry.Running(running.executionId(), now),
                    now.plus(UNREAD_EXECUTION));
            throw askAgain();
        }
    }

    private Computed resumed(CacheEntry.Running running, Asking asking)
            throws StillRunning, ExecutionLost {
        asking.progress().executes(running.executionId());
        QueryRun run = engine.resume(running.executionId(), asking.deadline());
        return new Computed(run, running.startedAt());
    }

    private Computed started(TrendQuery query, Project project, Asking asking) throws StillRunning {
        Select statement = planner.plan(query, project);
        asking.progress().done(Stage.PLAN);
        QueryRun run = engine.run(statement, token(asking), asking.deadline());
        asking.progress().executes(run.executionId());
        return new Computed(run, asking.now());
    }

    // One for each call of the function: a call that is repeated finds the execution it started.
    private static String token(Asking asking) {
        return UUID.nameUUIDFromBytes(asking.callId().getBytes(UTF_8)).toString();
    }

    private static QueryUnavailable askAgain() {
        return new QueryUnavailable(
                "The query is still running. Ask again to get its result.", ASK_AGAIN);
    }

    private static TrendOutcome outcome(
            TrendQuery query, Project project, Asking asking, CacheEntry.Kept kept, Origin origin) {
        TrendAnswer answer =
                new TrendAnswer(
                        query,
                        project,
                        kept.computedAt(),
                        origin instanceof Origin.Cache,
                        asking.url());
        TrendOutcome outcome = new TrendOutcome(answer.of(kept.rows()), origin);
        asking.progress().done(Stage.ANSWER);
        return outcome;
    }

    private static CacheEntry.Kept nothing(Instant now) {
        return new CacheEntry.Kept(List.of(), now);
    }

    /** An execution that ended well, and when it was started. */
    private record Computed(QueryRun run, Instant startedAt) {
        CacheEntry.Kept kept() {
            return new CacheEntry.Kept(run.rows(), startedAt);
        }
    }
}
