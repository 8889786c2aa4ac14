package dev.trendlake.trends;

import static dev.trendlake.trend.Questions.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.ResultCache;
import dev.trendlake.engine.Deadline;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.Row;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.sql.Select;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.TrendOutcome.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendsTest {
    private static final Instant NOW = Instant.parse("2020-01-04T13:00:00Z");

    private final OneRowEngine engine = new OneRowEngine();
    private final MapCache cache = new MapCache();
    private final ToldProgress progress = new ToldProgress();
    private final Trends trends = new Trends(new TrendPlanner(LakeTables.usual()), engine, cache);

    @Test
    void runsOneExecutionForANewQuestion() {
        TrendOutcome outcome = ask(NOW);

        assertThat(engine.calls).containsExactly("run");
        assertThat(outcome.origin()).isEqualTo(new Origin.Execution("execution-1", 42));
        assertThat(isCached(outcome)).isFalse();
        assertThat(outcome.body().at("/result/0/data").toString()).isEqualTo("[5,0,0,0]");
    }

    @Test
    void runsNoneForTheSameQuestionAgain() {
        ask(NOW);
        TrendOutcome again = ask(NOW.plusSeconds(60));

        assertThat(engine.calls).hasSize(1);
        assertThat(again.origin()).isEqualTo(new Origin.Cache());
        assertThat(isCached(again)).isTrue();
        assertThat(again.body().get("last_refresh").textValue()).isEqualTo(NOW.toString());
    }

    @Test
    void runsAgainWhenTheRowsAreStale() {
        ask(NOW);
        TrendOutcome later = ask(NOW.plus(Duration.ofHours(7)));

        assertThat(engine.calls).hasSize(2);
        assertThat(isCached(later)).isFalse();
    }

    @Test
    void runsAgainWhenAskedTo() {
        ask(NOW);
        TrendOutcome refreshed = ask(question().query(), Refresh.ALWAYS, NOW.plusSeconds(60));

        assertThat(engine.calls).hasSize(2);
        assertThat(isCached(refreshed)).isFalse();
    }

    @Test
    void picksUpAnExecutionThatOutlivedItsRequest() {
        engine.isSlow = true;
        assertThatExceptionOfType(QueryUnavailable.class).isThrownBy(() -> ask(NOW));
        engine.isSlow = false;

        TrendOutcome outcome = ask(NOW.plusSeconds(30));

        assertThat(engine.calls).containsExactly("run", "resume execution-1");
        assertThat(outcome.body().get("last_refresh").textValue()).isEqualTo(NOW.toString());
    }

    @Test
    void tellsWhichExecutionOutlivesItsRequest() {
        engine.isSlow = true;

        assertThatExceptionOfType(QueryUnavailable.class).isThrownBy(() -> ask(NOW));

        assertThat(progress.executions).containsExactly("execution-1");
    }

    @Test
    void startsAnewWhenThatExecutionIsLost() {
        engine.isSlow = true;
        assertThatExceptionOfType(QueryUnavailable.class).isThrownBy(() -> ask(NOW));
        engine.isSlow = false;
        engine.losesExecutions = true;

        TrendOutcome outcome = ask(NOW.plusSeconds(30));

        assertThat(engine.calls).hasSize(3);
        assertThat(isCached(outcome)).isFalse();
    }

    @Test
    void startsAnewAfterThatExecutionFailed() {
        engine.isSlow = true;
        assertThatExceptionOfType(QueryUnavailable.class).isThrownBy(() -> ask(NOW));
        engine.isSlow = false;
        engine.failsExecutions = true;
        assertThatExceptionOfType(QueryFailed.class).isThrownBy(() -> ask(NOW.plusSeconds(30)));
        engine.failsExecutions = false;

        ask(NOW.plusSeconds(60));

        assertThat(engine.calls).containsExactly("run", "resume execution-1", "run");
    }

    @Test
    void runsNothingForAnEmptyRange() {
        TrendQuery query = question().between("2020-01-04", "2020-01-01").query();

        TrendOutcome outcome = ask(query, Refresh.IF_STALE, NOW);

        assertThat(engine.calls).isEmpty();
        assertThat(outcome.body().at("/result/0/data").toString()).isEqualTo("[]");
        assertThat(isCached(outcome)).isFalse();
    }

    private TrendOutcome ask(Instant now) {
        return ask(question().query(), Refresh.IF_STALE, now);
    }

    private TrendOutcome ask(TrendQuery query, Refresh refresh, Instant now) {
        Asking asking =
                new Asking(
                        refresh,
                        now,
                        () -> Duration.ofSeconds(20),
                        "request-1",
                        "https://host/trend",
                        progress);
        return trends.answer(query, Questions.project(), asking);
    }

    private static boolean isCached(TrendOutcome outcome) {
        return outcome.body().get("is_cached").booleanValue();
    }

    private static final class ToldProgress implements Progress {
        private final List<String> executions = new ArrayList<>();

        @Override
        public void done(Stage stage) {}

        @Override
        public void executes(String executionId) {
            executions.add(executionId);
        }
    }

    /** Gives five events on the first of January for whatever is asked. */
    private static final class OneRowEngine implements QueryEngine {
        private final List<String> calls = new ArrayList<>();
        private boolean isSlow;
        private boolean losesExecutions;
        private boolean failsExecutions;

        @Override
        public QueryRun run(Select statement, String token, Deadline deadline) throws StillRunning {
            calls.add("run");
            return finished();
        }

        @Override
        public QueryRun resume(String executionId, Deadline deadline)
                throws StillRunning, ExecutionLost {
            calls.add("resume " + executionId);
            if (losesExecutions) {
                throw new ExecutionLost("gone");
            }
            if (failsExecutions) {
                throw new QueryFailed("no such table");
            }
            return finished();
        }

        private QueryRun finished() throws StillRunning {
            if (isSlow) {
                throw new StillRunning("execution-1");
            }
            return new QueryRun(
                    "execution-1",
                    List.of(new Row(List.of("1", "0", "{\"2020-01-01\":5}"))),
                    42,
                    Duration.ZERO,
                    Duration.ZERO);
        }
    }

    private static final class MapCache implements ResultCache {
        private final Map<CacheKey, CacheEntry> entries = new HashMap<>();
        private final Map<CacheKey, Instant> expiries = new HashMap<>();

        @Override
        public CacheEntry find(CacheKey key, Instant now) {
            return now.isBefore(expiries.getOrDefault(key, Instant.MIN))
                    ? entries.getOrDefault(key, new CacheEntry.Nothing())
                    : new CacheEntry.Nothing();
        }

        @Override
        public void keep(CacheKey key, CacheEntry entry, Instant expiresAt) {
            entries.put(key, entry);
            expiries.put(key, expiresAt);
        }
    }
}
