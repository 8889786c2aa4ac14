package dev.trendlake.function;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.project.Project;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendOutcome.Origin;
import dev.trendlake.trends.TrendService;
import dev.trendlake.warm.AskedQuestion;
import dev.trendlake.warm.AskedQuestions;
import dev.trendlake.warm.ComputingCost;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Has questions answered, and remembers that they were asked: one write for what was computed. What
 * was known is noted ten at a time, so that a kept answer costs no write: this process remembers
 * the others until then. For one request at a time, as Lambda calls a function.
 */
final class Askings {
    private static final int NOTED_AT_ONCE = 10;
    private static final int MOST_REMEMBERED = 1_000;

    private final TrendService trends;
    private final AskedQuestions asked;
    private final LongSupplier nanoseconds;
    private final Map<String, Integer> notNoted = new LinkedHashMap<>();

    /**
     * Takes what answers, and what remembers.
     *
     * @param nanoseconds a clock that tells how long something takes
     */
    Askings(TrendService trends, AskedQuestions asked, LongSupplier nanoseconds) {
        this.trends = trends;
        this.asked = asked;
        this.nanoseconds = nanoseconds;
    }

    /**
     * Answers a question.
     *
     * @param words what asked it
     * @throws dev.trendlake.error.ApiException when it can't be answered
     */
    TrendOutcome answer(AskedQuestion words, TrendQuery query, Project project, Asking asking) {
        long startedAt = nanoseconds.getAsLong();
        TrendOutcome outcome = trends.answer(query, project, asking);
        Duration time = Duration.ofNanos(nanoseconds.getAsLong() - startedAt);
        switch (outcome) {
            case TrendOutcome.Answered(var _, Origin origin, var _) ->
                    note(words, project, asking, cost(origin, time), isComputed(origin));
            case TrendOutcome.Pending _ -> note(words, project, asking, Optional.empty(), true);
            case TrendOutcome.Missing() -> note(words, project, asking, Optional.empty(), false);
        }
        return outcome;
    }

    /** The name of a question in the cache. */
    CacheKey keyOf(TrendQuery query, Project project) {
        return trends.keyOf(query, project);
    }

    private void note(
            AskedQuestion words,
            Project project,
            Asking asking,
            Optional<ComputingCost> cost,
            boolean isComputed) {
        String name = project.id() + "/" + words.digest();
        int askings = notNoted.merge(name, 1, Integer::sum);
        if (isComputed || askings >= NOTED_AT_ONCE) {
            notNoted.remove(name);
            asked.note(project.id(), words, asking.now(), askings, cost);
        } else if (notNoted.size() > MOST_REMEMBERED) {
            notNoted.remove(notNoted.keySet().iterator().next());
        }
    }

    private static Optional<ComputingCost> cost(Origin origin, Duration time) {
        return origin instanceof Origin.Execution execution
                ? Optional.of(new ComputingCost(execution.bytesScanned(), time.toMillis()))
                : Optional.empty();
    }

    // An older answer in place of a new one has cost a computation, too.
    private static boolean isComputed(Origin origin) {
        return switch (origin) {
            case Origin.Execution _, Origin.Stale() -> true;
            case Origin.Cache(), Origin.Nowhere() -> false;
        };
    }
}
