package dev.trendlake.warm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.engine.Deadline;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Details;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SavedInsight;
import dev.trendlake.project.SideTables;
import dev.trendlake.warm.WarmRequest.Occasion;
import dev.trendlake.warm.WarmedQuestion.Outcome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which questions a run has computed, and in which order. */
class WarmerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30Z");
    private static final WarmRequest RECENT = new WarmRequest(Occasion.RECENT, false, Set.of());
    private static final long MEGABYTE = 1_000_000;

    private final KnownTrends trends = new KnownTrends();
    private final Map<Long, Project> projects = new LinkedHashMap<>();
    private final List<SavedInsight> insights = new ArrayList<>();
    private final List<RememberedQuestion> asked = new ArrayList<>();
    private Instant now = NOW;

    @Test
    void computesFirstWhatSavesMostBytes() {
        asked("often", 100, 20 * MEGABYTE);
        asked("large", 10, 900 * MEGABYTE);
        asked("seldom", 1, 30 * MEGABYTE);
        // Billed as 10 MB, and so before the 30 MB that were asked for once.
        asked("small", 4, 1);

        run(RECENT, budget(10));

        assertThat(trends.computed).containsExactly("large", "often", "small", "seldom");
    }

    @Test
    void computesNothingThatIsNotStale() {
        asked("known", 5, 1);
        trends.know("known");

        assertThat(outcomes(RECENT, budget(10))).containsExactly(new Outcome.Fresh());
        assertThat(trends.computed).isEmpty();
    }

    @Test
    void startsNoMoreExecutionsThanItMay() {
        asked("a", 3, 1);
        asked("b", 2, 1);
        asked("c", 1, 1);

        assertThat(outcomes(RECENT, budget(2)))
                .containsExactly(
                        new Outcome.Computed(1, KnownTrends.BYTES),
                        new Outcome.Computed(1, KnownTrends.BYTES),
                        new Outcome.Left("the budget of 2 executions is spent"));
    }

    @Test
    void leavesWhatWouldExceedTheBudgetOfBytesAndTakesWhatStillFits() {
        asked("first", 9, 900);
        asked("tooLarge", 5, 2_001);
        asked("fits", 2, 1_500);
        asked("late", 1, 600);

        outcomes(RECENT, new WarmBudget(10, 3 * KnownTrends.BYTES - 500));

        // 1,000 are read for the first; 1,000 + 2,001 > 2,500; 1,000 + 1,500 fit, and 1,000 are
        // read; 2,000 + 600 > 2,500.
        assertThat(trends.computed).containsExactly("first", "fits");
    }

    @Test
    void goesOnWhenOneFails() {
        asked("fails", 9, 1);
        asked("works", 1, 1);

        List<Outcome> outcomes = outcomes(RECENT, budget(10));

        assertThat(outcomes.getFirst())
                .isEqualTo(new Outcome.Failed("QueryFailed: SYNTAX_ERROR", 1));
        assertThat(trends.computed).containsExactly("works");
    }

    @Test
    void passesOverWhatCantBeReadAnyMore() {
        project(7, "UTC");
        asked.add(
                remembered("{\"kind\":\"TrendsQuery\",\"series\":[],\"interval\":\"era\"}", 9, 1));
        asked("works", 1, 1);

        assertThat(outcomes(RECENT, budget(10)).getFirst()).isInstanceOf(Outcome.Skipped.class);
        assertThat(trends.computed).containsExactly("works");
    }

    @Test
    void passesOverAProjectThatIsGone() {
        WarmRequest gone = new WarmRequest(Occasion.RECENT, false, Set.of(99L));

        assertThat(outcomes(gone, budget(10)))
                .containsExactly(new Outcome.Skipped("there is no such project"));
    }

    @Test
    void computesInsightsOnceUnderTheirNameWhenTheyAreAsked() {
        asked("insight", 5, 1);
        insight(3, "insight", NOW.minus(Duration.ofDays(90)));

        List<WarmedQuestion> report = run(RECENT, budget(10));

        assertThat(report)
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.name()).isEqualTo("insight 3");
                    assertThat(question.askings()).isEqualTo(5);
                });
    }

    @Test
    void computesInsightsThatNobodyAskedForOnlyWhenTheyAreNew() {
        project(7, "UTC");
        insight(1, "new", NOW.minus(Duration.ofDays(7)).plusSeconds(1));
        insight(2, "old", NOW.minus(Duration.ofDays(7)));

        assertThat(outcomes(RECENT, budget(10)))
                .containsExactly(
                        new Outcome.Computed(1, KnownTrends.BYTES), new Outcome.NotAsked());
    }

    @Test
    void computesNothingWhenItIsDry() {
        asked("a", 3, 700);
        asked("b", 2, 1);

        List<WarmedQuestion> report =
                run(new WarmRequest(Occasion.RECENT, true, Set.of()), budget(1));

        assertThat(trends.computed).isEmpty();
        assertThat(report.getFirst().outcome()).isInstanceOf(Outcome.WouldCompute.class);
        assertThat(report.getFirst().expected().bytes()).isEqualTo(700);
        assertThat(report.getLast().outcome())
                .isEqualTo(new Outcome.Left("the budget of 1 executions is spent"));
    }

    @Test
    void startsNothingThatItHasNoTimeFor() {
        asked("slow", 1, 1);

        List<WarmedQuestion> report = run(RECENT, budget(10), () -> Duration.ofSeconds(7));

        // Five seconds are kept for the report, and the last time took two and a half.
        assertThat(report.getFirst().outcome())
                .isEqualTo(new Outcome.Left("there is no time for it"));
    }

    // Kathmandu is 5:45 before UTC, Kolkata 5:30, the Chatham Islands 13:45 in summer.
    @ParameterizedTest
    @CsvSource({
        "Asia/Kathmandu, 2026-11-22T18:15:00Z, true",
        "Asia/Kathmandu, 2026-11-22T18:29:59Z, true",
        "Asia/Kathmandu, 2026-11-22T18:30:00Z, false",
        "Asia/Kathmandu, 2026-11-22T18:14:59Z, false",
        "Asia/Kolkata, 2026-11-22T18:30:07Z, true",
        "Asia/Kolkata, 2026-11-22T18:15:00Z, false",
        "Pacific/Chatham, 2026-11-22T10:15:03Z, true",
        "Pacific/Chatham, 2026-11-22T10:30:03Z, false",
        "America/Los_Angeles, 2026-11-23T08:00:01Z, true",
        "UTC, 2026-11-23T00:00:00Z, true",
        "UTC, 2026-11-23T08:00:01Z, false",
        // There was no midnight: at 00:00 clocks went to 01:00, 03:00 UTC.
        "America/Asuncion, 2024-10-06T04:00:05Z, true",
        "America/Asuncion, 2024-10-06T04:15:05Z, false"
    })
    void picksTheProjectsWhoseDayHasJustBegun(String zone, Instant at, boolean isPicked) {
        project(7, zone);
        asked.add(remembered(query("a"), 1, 1));
        now = at;

        run(new WarmRequest(Occasion.DAILY, false, Set.of()), budget(10));

        assertThat(trends.computed).hasSize(isPicked ? 1 : 0);
    }

    private List<Outcome> outcomes(WarmRequest request, WarmBudget budget) {
        return run(request, budget).stream().map(WarmedQuestion::outcome).toList();
    }

    private List<WarmedQuestion> run(WarmRequest request, WarmBudget budget) {
        return run(request, budget, () -> Duration.ofMinutes(5));
    }

    private List<WarmedQuestion> run(WarmRequest request, WarmBudget budget, Deadline deadline) {
        return new Warmer(
                        new KnownProjects(),
                        new KnownInsights(),
                        new KnownQuestions(),
                        _ -> Definitions.none(),
                        trends,
                        () -> now)
                .run(request, budget, deadline, "call");
    }

    private static WarmBudget budget(long executions) {
        return new WarmBudget(executions, Long.MAX_VALUE / 2);
    }

    private void project(long id, String zone) {
        projects.put(
                id,
                new Project(
                        id,
                        "Test",
                        "",
                        ZoneId.of(zone),
                        DayOfWeek.SUNDAY,
                        "[]",
                        List.of(),
                        Project.NO_EVENT_YET,
                        0,
                        SideTables.none(),
                        PropertyDefinitions.none()));
    }

    private void asked(String event, long askings, long bytes) {
        project(7, "UTC");
        asked.add(remembered(query(event), askings, bytes));
    }

    private static RememberedQuestion remembered(String query, long askings, long bytes) {
        return new RememberedQuestion(
                new AskedQuestion(AskedQuestion.Form.QUERY, query),
                askings,
                NOW,
                new ComputingCost(bytes, 2_500));
    }

    private void insight(long id, String event, Instant changedAt) {
        insights.add(
                new SavedInsight(
                        id,
                        "abcdefgh",
                        "",
                        "",
                        query(event),
                        new SavedInsight.Marks(false, true),
                        new Details("", List.of(), false, changedAt, null, 0),
                        new SavedInsight.Change(changedAt, null)));
    }

    private static String query(String event) {
        return """
        {"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"%s"}]}\
        """
                .formatted(event);
    }

    private final class KnownProjects implements ProjectList {
        @Override
        public List<Long> ids() {
            return List.copyOf(projects.keySet());
        }

        @Override
        public Optional<Project> find(long id) {
            return Optional.ofNullable(projects.get(id));
        }
    }

    private final class KnownQuestions implements AskedQuestions {
        @Override
        public void note(
                long project,
                AskedQuestion question,
                Instant at,
                long askings,
                Optional<ComputingCost> cost) {}

        @Override
        public List<RememberedQuestion> of(long project, Instant at) {
            return List.copyOf(asked);
        }
    }

    private final class KnownInsights implements SavedDefinitions<SavedInsight> {
        @Override
        public Optional<SavedInsight> find(long project, long id) {
            return Optional.empty();
        }

        @Override
        public List<SavedInsight> all(long project) {
            return List.copyOf(insights);
        }

        @Override
        public SavedInsight create(long project, SavedInsight fresh) {
            return fresh;
        }

        @Override
        public Optional<SavedInsight> replace(long project, SavedInsight changed) {
            return Optional.empty();
        }
    }
}
