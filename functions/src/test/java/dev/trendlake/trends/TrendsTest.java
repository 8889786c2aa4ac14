package dev.trendlake.trends;

import static dev.trendlake.trend.Questions.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.cache.Foresight;
import dev.trendlake.cache.LakeNews;
import dev.trendlake.cache.LakeVersions;
import dev.trendlake.cache.PartitionVersions;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.merge.Merger;
import dev.trendlake.plan.DocumentProperty;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.TrendOutcome.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrendsTest {
    private static final Instant NOW = Instant.parse("2020-01-04T13:00:00Z");

    private final OneRowEngine engine = new OneRowEngine();
    private final MapCache cache = new MapCache();
    private final ToldProgress progress = new ToldProgress();
    private final AtomicInteger spent = new AtomicInteger();
    private final MapPieces pieces = new MapPieces();
    private final Map<LocalDate, Long> versions = new HashMap<>();
    private final Merger merger = new Merger(new TrendPlanner(LakeTables.usual()), pieces);
    private final Trends trends =
            new Trends(merger, engine, cache, Foresight.none(), new LakeNews.None(), false);

    @Test
    void runsOneExecutionForANewQuestion() {
        TrendOutcome outcome = ask(NOW);

        assertThat(engine.calls).containsExactly("start", "finish execution-1");
        assertThat(origin(outcome)).isEqualTo(new Origin.Execution("execution-1", 42, false));
        assertThat(isCached(outcome)).isFalse();
        assertThat(body(outcome).at("/result/0/data").toString()).isEqualTo("[5,0,0,0]");
    }

    @Test
    void runsNoneForTheSameQuestionAgain() {
        ask(NOW);
        TrendOutcome again = ask(NOW.plusSeconds(60));

        assertThat(engine.starts()).isEqualTo(1);
        assertThat(origin(again)).isEqualTo(new Origin.Cache());
        assertThat(isCached(again)).isTrue();
        assertThat(body(again).get("last_refresh").textValue()).isEqualTo(NOW.toString());
    }

    @Test
    void runsAgainWhenTheRowsAreStale() {
        ask(NOW);
        TrendOutcome later = ask(NOW.plus(Duration.ofHours(7)));

        assertThat(engine.starts()).isEqualTo(2);
        assertThat(isCached(later)).isFalse();
    }

    @Test
    void runsAgainWhenAskedTo() {
        ask(NOW);
        TrendOutcome refreshed = ask(question().query(), Refresh.ALWAYS, NOW.plusSeconds(60));

        assertThat(engine.starts()).isEqualTo(2);
        assertThat(isCached(refreshed)).isFalse();
    }

    @Test
    void picksUpAnExecutionThatOutlivedItsRequest() {
        engine.isSlow = true;
        assertThat(ask(NOW)).isEqualTo(new TrendOutcome.Pending(NOW));
        engine.isSlow = false;

        TrendOutcome outcome = ask(NOW.plusSeconds(30));

        assertThat(engine.calls)
                .containsExactly("start", "finish execution-1", "resume execution-1");
        assertThat(body(outcome).get("last_refresh").textValue()).isEqualTo(NOW.toString());
    }

    @Test
    void tellsWhichExecutionOutlivesItsRequest() {
        engine.isSlow = true;

        assertThat(ask(NOW)).isEqualTo(new TrendOutcome.Pending(NOW));

        assertThat(progress.executions).contains("execution-1");
    }

    @Test
    void startsAnewWhenThatExecutionIsLost() {
        engine.isSlow = true;
        assertThat(ask(NOW)).isEqualTo(new TrendOutcome.Pending(NOW));
        engine.isSlow = false;
        engine.losesExecutions = true;

        TrendOutcome outcome = ask(NOW.plusSeconds(30));

        assertThat(engine.calls)
                .containsExactly(
                        "start",
                        "finish execution-1",
                        "resume execution-1",
                        "start",
                        "finish execution-2");
        assertThat(isCached(outcome)).isFalse();
    }

    @Test
    void startsAnewAfterThatExecutionFailed() {
        engine.isSlow = true;
        assertThat(ask(NOW)).isEqualTo(new TrendOutcome.Pending(NOW));
        engine.isSlow = false;
        engine.failsExecutions = true;
        assertThatExceptionOfType(QueryFailed.class).isThrownBy(() -> ask(NOW.plusSeconds(30)));
        engine.failsExecutions = false;

        ask(NOW.plusSeconds(60));

        assertThat(engine.calls)
                .containsExactly(
                        "start",
                        "finish execution-1",
                        "resume execution-1",
                        "start",
                        "finish execution-2");
    }

    @Test
    void runsNothingForAnEmptyRange() {
        TrendQuery query = question().between("2020-01-04", "2020-01-01").query();

        TrendOutcome outcome = ask(query, Refresh.IF_STALE, NOW);

        assertThat(engine.calls).isEmpty();
        assertThat(body(outcome).at("/result/0/data").toString()).isEqualTo("[]");
        assertThat(isCached(outcome)).isFalse();
    }

    @Test
    void givesTheOldRowsWhileNewOnesAreComputedInTheBackground() {
        ask(NOW);
        Instant later = NOW.plus(Duration.ofHours(7));

        TrendOutcome stale = ask(question().query(), Refresh.IN_BACKGROUND_IF_STALE, later);

        assertThat(isCached(stale)).isTrue();
        assertThat(((TrendOutcome.Answered) stale).refresh())
                .isEqualTo(new TrendOutcome.Background.Running(later));
        assertThat(engine.calls).containsExactly("start", "finish execution-1", "start");
    }

    @Test
    void leavesOldRowsAloneWhenTheyAreNotVeryOld() {
        ask(NOW);

        TrendOutcome old =
                ask(
                        question().query(),
                        Refresh.IN_BACKGROUND_IF_VERY_STALE,
                        NOW.plus(Duration.ofHours(7)));

        assertThat(((TrendOutcome.Answered) old).refresh())
                .isEqualTo(new TrendOutcome.Background.None());
        assertThat(engine.starts()).isEqualTo(1);
    }

    @Test
    void waitsForNothingInTheBackground() {
        TrendOutcome outcome = ask(question().query(), Refresh.IN_BACKGROUND, NOW);

        assertThat(outcome).isEqualTo(new TrendOutcome.Pending(NOW));
        assertThat(engine.calls).containsExactly("start");
    }

    @Test
    void sharesTheExecutionThatRunsInTheBackground() {
        ask(question().query(), Refresh.IN_BACKGROUND, NOW);
        TrendOutcome other = ask(question().query(), Refresh.IN_BACKGROUND, NOW.plusSeconds(2));
        TrendOutcome waiting = ask(NOW.plusSeconds(3));

        assertThat(other).isEqualTo(new TrendOutcome.Pending(NOW));
        assertThat(engine.calls).containsExactly("start", "resume execution-1");
        assertThat(body(waiting).at("/result/0/data").toString()).isEqualTo("[5,0,0,0]");
    }

    @Test
    void computesNothingWhenOnlyKeptRowsAreAskedFor() {
        TrendOutcome missing = ask(question().query(), Refresh.NEVER, NOW);
        ask(NOW);
        TrendOutcome old = ask(question().query(), Refresh.NEVER, NOW.plus(Duration.ofDays(3)));

        assertThat(missing).isEqualTo(new TrendOutcome.Missing());
        assertThat(isCached(old)).isTrue();
        assertThat(engine.starts()).isEqualTo(1);
    }

    @Test
    void waitsInTheBackgroundModeThatDoesWhereNothingIsKept() {
        TrendOutcome outcome = ask(question().query(), Refresh.IN_BACKGROUND_UNLESS_MISSING, NOW);

        assertThat(isCached(outcome)).isFalse();
    }

    @Test
    void looksWhatHasBecomeOfAQuestion() {
        engine.hasEnded = false;
        ask(question().query(), Refresh.IN_BACKGROUND, NOW);
        TrendOutcome first = look(NOW.plusSeconds(1), NOW);
        engine.hasEnded = true;
        TrendOutcome second = look(NOW.plusSeconds(2), NOW);
        TrendOutcome third = look(NOW.plusSeconds(3), NOW);

        assertThat(first).isEqualTo(new TrendOutcome.Pending(NOW));
        assertThat(body(second).at("/result/0/data").toString()).isEqualTo("[5,0,0,0]");
        assertThat(origin(third)).isEqualTo(new Origin.Cache());
        assertThat(engine.starts()).isEqualTo(1);
    }

    @Test
    void startsAQuestionAgainThatIsLookedForAndLost() {
        ask(question().query(), Refresh.IN_BACKGROUND, NOW);
        trends.cancel(trends.keyOf(question().query(), Questions.project()), NOW, asking(NOW));

        TrendOutcome outcome = look(NOW.plusSeconds(5), NOW);

        assertThat(engine.calls).containsExactly("start", "cancel execution-1", "start");
        assertThat(outcome).isEqualTo(new TrendOutcome.Pending(NOW.plusSeconds(5)));
    }

    @Test
    void leavesAloneWhatRunsForAQuestionThatWasAnswered() {
        ask(NOW);
        ask(question().query(), Refresh.IN_BACKGROUND, NOW.plusSeconds(60));

        trends.cancel(trends.keyOf(question().query(), Questions.project()), NOW, asking(NOW));

        assertThat(engine.calls).containsExactly("start", "finish execution-1", "start");
    }

    @Test
    void spendsForWhatItStartsAlone() {
        ask(question().query(), Refresh.IN_BACKGROUND, NOW);
        ask(NOW.plusSeconds(1));
        ask(NOW.plusSeconds(2));

        assertThat(spent).hasValue(1);
    }

    @Test
    void servesExactRowsWhateverTheirAge() {
        Trends counting = counting(false);

        counting.answer(question().query(), Questions.project(), asking(NOW));
        TrendOutcome later =
                counting.answer(
                        question().query(),
                        Questions.project(),
                        asking(NOW.plus(Duration.ofDays(300))));

        assertThat(engine.starts()).isEqualTo(1);
        assertThat(origin(later)).isEqualTo(new Origin.Cache());
        assertThat(body(later).get("last_refresh").textValue()).isEqualTo(NOW.toString());
    }

    @Test
    void servesRowsOfAClockThatIsAMinuteAhead() {
        Trends counting = counting(false);

        counting.answer(question().query(), Questions.project(), asking(NOW.plusSeconds(60)));
        counting.answer(question().query(), Questions.project(), asking(NOW));

        assertThat(engine.starts()).isEqualTo(1);
    }

    @Test
    void computesAnewWhatChangedAMomentAgo() {
        Trends counting = counting(false);

        counting.answer(question().query(), Questions.project(), asking(NOW));
        versions.put(LocalDate.parse("2020-01-03"), 1L);
        TrendOutcome again =
                counting.answer(
                        question().query(), Questions.project(), asking(NOW.plusSeconds(1)));

        assertThat(engine.starts()).isEqualTo(2);
        assertThat(origin(again)).isEqualTo(new Origin.Execution("execution-2", 42, true));
        assertThat(body(again).at("/result/0/data").toString()).isEqualTo("[5,0,0,0]");
    }

    @Test
    void leavesChangesOfOtherDaysAlone() {
        Trends counting = counting(false);

        counting.answer(question().query(), Questions.project(), asking(NOW));
        versions.put(LocalDate.parse("2019-12-31"), 1L);
        versions.put(LocalDate.parse("2020-01-05"), 1L);
        counting.answer(question().query(), Questions.project(), asking(NOW.plusSeconds(1)));

        assertThat(engine.starts()).isEqualTo(1);
    }

    @Test
    void answersAnotherRangeFromThePiecesOfOne() {
        Trends counting = counting(false);

        counting.answer(question().query(), Questions.project(), asking(NOW));
        TrendOutcome part =
                counting.answer(
                        question().between("2020-01-02", "2020-01-04").query(),
                        Questions.project(),
                        asking(NOW));

        assertThat(engine.starts()).isEqualTo(1);
        assertThat(origin(part)).isEqualTo(new Origin.Cache());
    }

    @Test
    void servesAnOlderAnswerWhereTheEngineFails() {
        Trends counting = counting(true);
        counting.answer(question().query(), Questions.project(), asking(NOW));
        versions.put(LocalDate.parse("2020-01-03"), 1L);
        engine.refusesStarts = true;

        TrendOutcome old =
                counting.answer(
                        question().query(), Questions.project(), asking(NOW.plusSeconds(9)));

        assertThat(origin(old)).isEqualTo(new Origin.Stale());
        assertThat(isCached(old)).isTrue();
        assertThat(body(old).get("last_refresh").textValue()).isEqualTo(NOW.toString());
    }

    @Test
    void failsWithTheEngineWhereNoOlderAnswerIsToBeGiven() {
        Trends counting = counting(false);
        counting.answer(question().query(), Questions.project(), asking(NOW));
        versions.put(LocalDate.parse("2020-01-03"), 1L);
        engine.refusesStarts = true;

        assertThatExceptionOfType(QueryUnavailable.class)
                .isThrownBy(() ->
                        counting.answer(
                                question().query(),
                                Questions.project(),
                                asking(NOW.plusSeconds(9))));
    }

    @Test
    void computesWholeWhereVersionsCannotBeRead() {
        Trends unread =
                new Trends(
                        merger,
                        engine,
                        cache,
                        Foresight.none(),
                        new LakeNews.Counted((project, first, last, tables) -> {
                            throw new QueryUnavailable("busy", Duration.ofSeconds(1));
                        }),
                        true);

        unread.answer(question().query(), Questions.project(), asking(NOW));
        unread.answer(question().query(), Questions.project(), asking(NOW));

        assertThat(engine.starts()).isEqualTo(2);
    }

    private Trends counting(boolean givesOldOnFailure) {
        PartitionVersions counted =
                (_, first, last, _) -> new LakeVersions(first, last, versions, 0, 0, 0);
        return new Trends(
                merger,
                engine,
                cache,
                Foresight.none(),
                new LakeNews.Counted(counted),
                givesOldOnFailure);
    }

    private TrendOutcome look(Instant now, Instant since) {
        TrendQuery query = question().query();
        return trends.look(
                query,
                Questions.project(),
                asking(now),
                trends.keyOf(query, Questions.project()),
                since);
    }

    private Asking asking(Instant now) {
        return asking(Refresh.IF_STALE, now);
    }

    private Asking asking(Refresh refresh, Instant now) {
        return new Asking(
                refresh,
                now,
                () -> Duration.ofSeconds(20),
                "request at " + now,
                "https://host/trend",
                progress,
                spent::incrementAndGet);
    }

    private static Origin origin(TrendOutcome outcome) {
        return ((TrendOutcome.Answered) outcome).origin();
    }

    private static JsonNode body(TrendOutcome outcome) {
        return ((TrendOutcome.Answered) outcome).body();
    }

    private TrendOutcome ask(Instant now) {
        return ask(question().query(), Refresh.IF_STALE, now);
    }

    private TrendOutcome ask(TrendQuery query, Refresh refresh, Instant now) {
        return trends.answer(query, Questions.project(), asking(refresh, now));
    }

    private static boolean isCached(TrendOutcome outcome) {
        return body(outcome).get("is_cached").booleanValue();
    }

    private static final class ToldProgress implements Progress {
        private final List<String> executions = new ArrayList<>();

        @Override
        public void readsFromDocuments(Set<DocumentProperty> properties) {}

        @Override
        public void done(Stage stage) {}

        @Override
        public void executes(String executionId) {
            executions.add(executionId);
        }
    }
}
