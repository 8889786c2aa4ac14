package dev.trendlake.warm;

import dev.trendlake.engine.Deadline;
import dev.trendlake.error.ApiException;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.error.NotFound;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Project;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SavedInsight;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendOutcome.Origin;
import dev.trendlake.trends.TrendService;
import dev.trendlake.trends.TrendService.State;
import dev.trendlake.warm.WarmedQuestion.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Has stale answers of questions computed that are likely to be asked again, the most valuable
 * first, within a budget: docs/decisions/0042. Safe for use by several threads.
 */
public final class Warmer {
    /** What is left for the report when the time is over. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final ProjectList projects;
    private final SavedDefinitions<SavedInsight> insights;
    private final AskedQuestions asked;
    private final DefinitionsOfProject definitions;
    private final TrendService trends;
    private final InstantSource clock;

    /** Takes where questions are found, and what answers them. */
    public Warmer(
            ProjectList projects,
            SavedDefinitions<SavedInsight> insights,
            AskedQuestions asked,
            DefinitionsOfProject definitions,
            TrendService trends,
            InstantSource clock) {
        this.projects = projects;
        this.insights = insights;
        this.asked = asked;
        this.definitions = definitions;
        this.trends = trends;
        this.clock = clock;
    }

    /**
     * What became of each question, in the order of the work.
     *
     * @param callId names the call of the function; one that is repeated keeps it
     */
    public List<WarmedQuestion> run(
            WarmRequest request, WarmBudget budget, Deadline deadline, String callId) {
        Instant now = clock.instant();
        WarmCandidates candidates = new WarmCandidates(insights, asked);
        List<WarmedQuestion> report = new ArrayList<>();
        for (long id : idsOf(request)) {
            try {
                collect(id, request, now, candidates);
            } catch (ApiException e) {
                report.add(unread(id, e));
            }
        }
        Run run = new Run(request, budget, () -> deadline.remaining().minus(MARGIN), callId);
        for (WarmCandidate candidate : candidates.found()) {
            report.add(
                    new WarmedQuestion(
                            candidate.project().id(),
                            candidate.name(),
                            candidate.askings(),
                            candidate.cost(),
                            run.outcome(candidate)));
        }
        report.addAll(candidates.left());
        return report;
    }

    private Iterable<Long> idsOf(WarmRequest request) {
        return request.projects().isEmpty() ? projects.ids() : new TreeSet<>(request.projects());
    }

    private void collect(long id, WarmRequest request, Instant now, WarmCandidates candidates) {
        Project project =
                projects.find(id).orElseThrow(() -> new NotFound("there is no such project"));
        if (request.takes(project, now)) {
            candidates.addAllOf(project, now);
        }
    }

    private static WarmedQuestion unread(long id, ApiException failure) {
        String reason = String.valueOf(failure.getMessage());
        Outcome outcome =
                failure instanceof NotFound
                        ? new Outcome.Skipped(reason)
                        : new Outcome.Failed(reason, 0);
        return new WarmedQuestion(id, "project " + id, 0, ComputingCost.unknown(), outcome);
    }

    /** One run. */
    private final class Run {
        private final WarmRequest request;
        private final WarmBudget budget;
        private final Deadline deadline;
        private final String callId;

        Run(WarmRequest request, WarmBudget budget, Deadline deadline, String callId) {
            this.request = request;
            this.budget = budget;
            this.deadline = deadline;
            this.callId = callId;
        }

        // One that fails doesn't stop the others.
        Outcome outcome(WarmCandidate candidate) {
            long before = budget.started();
            try {
                Instant now = clock.instant();
                Project project = candidate.project();
                TrendQuery query =
                        candidate.question().read(project, definitions.of(project.id()), now);
                return outcome(candidate, query, now);
            } catch (RuntimeException e) {
                return failure(e, budget.started() - before);
            }
        }

        private Outcome outcome(WarmCandidate candidate, TrendQuery query, Instant now) {
            State state = trends.state(query, candidate.project(), asking(now));
            return switch (state) {
                case State.Fresh() -> new Outcome.Fresh();
                case State.Stale(), State.Missing() -> stale(candidate, query, now, state);
            };
        }

        private Outcome stale(WarmCandidate candidate, TrendQuery query, Instant now, State state) {
            ComputingCost expected = candidate.cost();
            if (deadline.remaining().toMillis() <= expected.milliseconds()) {
                return new Outcome.Left("there is no time for it");
            }
            String exhausted = budget.exhausted(expected);
            if (!exhausted.isEmpty()) {
                return new Outcome.Left(exhausted);
            }
            if (request.isDryRun()) {
                budget.start();
                budget.read(expected.bytes());
                return new Outcome.WouldCompute(state);
            }
            return computed(candidate, query, now);
        }

        private Outcome computed(WarmCandidate candidate, TrendQuery query, Instant now) {
            long before = budget.started();
            TrendOutcome outcome = trends.answer(query, candidate.project(), asking(now));
            long executions = budget.started() - before;
            return switch (outcome) {
                case TrendOutcome.Answered answered -> answered(answered.origin(), executions);
                case TrendOutcome.Pending _, TrendOutcome.Missing() ->
                        new Outcome.Running(executions);
            };
        }

        private Outcome answered(Origin origin, long executions) {
            return switch (origin) {
                case Origin.Execution(String _, long bytesScanned, boolean _) -> {
                    budget.read(executions > 0 ? bytesScanned : 0);
                    yield new Outcome.Computed(executions, executions > 0 ? bytesScanned : 0);
                }
                case Origin.Cache(), Origin.Nowhere() -> new Outcome.Computed(executions, 0);
                case Origin.Stale() ->
                        new Outcome.Failed("its older answer is given meanwhile", executions);
            };
        }

        private Asking asking(Instant now) {
            return new Asking(
                    Refresh.IF_STALE, now, deadline, callId, "", new NoProgress(), budget::start);
        }

        private Outcome failure(RuntimeException failure, long executions) {
            String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
            boolean isUnreadable =
                    failure instanceof InvalidRequest || failure instanceof MalformedRequest;
            return isUnreadable && executions == 0
                    ? new Outcome.Skipped(reason)
                    : new Outcome.Failed(reason, executions);
        }
    }
}
