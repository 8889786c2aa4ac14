package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.trends.TrendService.State;
import dev.trendlake.warm.WarmRequest;
import dev.trendlake.warm.WarmedQuestion;
import dev.trendlake.warm.WarmedQuestion.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a run of the warmer did, or would do: {@code warm}, {@code dry_run}, {@code at}, {@code
 * executions}, {@code bytes}, {@code dollars}, {@code computed}, {@code over_budget}, {@code
 * failed}, and {@code questions}, the most valuable first. Each has {@code project}, {@code
 * question}, {@code askings}, {@code outcome}, {@code executions}, {@code bytes}, and {@code
 * reason} where it was left. Of a dry run, executions, bytes and dollars are those of the last
 * computations.
 */
record WarmReport(WarmRequest request, List<WarmedQuestion> questions, Deployment deployment) {
    /** An answer of Lambda holds 6 MB. */
    private static final int MOST_LISTED = 10_000;

    private static final int LONGEST_REASON = 200;

    WarmReport {
        questions = List.copyOf(questions);
    }

    ObjectNode json(Instant at) {
        ObjectNode report = JsonFormat.object();
        report.put("warm", request.occasion().name().toLowerCase(Locale.ROOT));
        report.put("at", at.toString());
        writeTotals(report);
        ArrayNode listed = report.putArray("questions");
        questions.stream().limit(MOST_LISTED).map(WarmReport::whole).forEach(listed::add);
        report.put("not_listed", Math.max(0, questions.size() - MOST_LISTED));
        return report;
    }

    void writeTotals(ObjectNode line) {
        line.put("dry_run", request.isDryRun());
        line.put("executions", executions());
        line.put("bytes", bytes());
        line.put("dollars", dollars());
        line.put("computed", count(Outcome.Computed.class::isInstance));
        line.put("over_budget", count(Outcome.Left.class::isInstance));
        line.put("failed", count(Outcome.Failed.class::isInstance));
    }

    Metrics metrics() {
        Metrics metrics = new Metrics(deployment.stack());
        metrics.put(Metric.EXECUTIONS, executions());
        metrics.put(Metric.BYTES_READ, bytes());
        metrics.put(Metric.DOLLARS, dollars());
        metrics.put(Metric.WARMED, count(Outcome.Computed.class::isInstance));
        metrics.put(Metric.WARM_OVER_BUDGET, count(Outcome.Left.class::isInstance));
        metrics.put(Metric.WARM_FAILED, count(Outcome.Failed.class::isInstance));
        return metrics;
    }

    /** A question without the words of its reason. */
    static ObjectNode brief(WarmedQuestion question) {
        return JsonFormat.object()
                .put("project", question.project())
                .put("question", question.name())
                .put("askings", question.askings())
                .put("outcome", word(question.outcome()))
                .put("executions", executions(question))
                .put("bytes", bytes(question));
    }

    private static ObjectNode whole(WarmedQuestion question) {
        ObjectNode whole = brief(question);
        String reason =
                switch (question.outcome()) {
                    case Outcome.Left(String why) -> why;
                    case Outcome.Skipped(String why) -> why;
                    case Outcome.Failed(String why, long _) -> why;
                    case Outcome.NotAsked() -> "nobody has asked for it for seven days";
                    case Outcome.Fresh(),
                            Outcome.Computed _,
                            Outcome.WouldCompute _,
                            Outcome.Running _ ->
                            "";
                };
        return reason.isEmpty()
                ? whole
                : whole.put(
                        "reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Fresh() -> "fresh";
            case Outcome.WouldCompute(State state) ->
                    state instanceof State.Missing ? "missing" : "stale";
            case Outcome.Computed _ -> "computed";
            case Outcome.Left _ -> "left";
            case Outcome.Running _ -> "running";
            case Outcome.NotAsked() -> "not asked";
            case Outcome.Skipped _ -> "skipped";
            case Outcome.Failed _ -> "failed";
        };
    }

    private static long executions(WarmedQuestion question) {
        return switch (question.outcome()) {
            case Outcome.Computed(long executions, long _) -> executions;
            case Outcome.Running(long executions) -> executions;
            case Outcome.Failed(String _, long executions) -> executions;
            case Outcome.WouldCompute _ -> 1;
            case Outcome.Fresh(), Outcome.Left _, Outcome.NotAsked(), Outcome.Skipped _ -> 0;
        };
    }

    private static long bytes(WarmedQuestion question) {
        return switch (question.outcome()) {
            case Outcome.Computed(long _, long bytes) -> bytes;
            case Outcome.WouldCompute _ -> question.expected().bytes();
            case Outcome.Fresh(),
                    Outcome.Running _,
                    Outcome.Failed _,
                    Outcome.Left _,
                    Outcome.NotAsked(),
                    Outcome.Skipped _ ->
                    0;
        };
    }

    private long executions() {
        return questions.stream().mapToLong(WarmReport::executions).sum();
    }

    private long bytes() {
        return questions.stream().mapToLong(WarmReport::bytes).sum();
    }

    private BigDecimal dollars() {
        return questions.stream()
                .filter(question -> executions(question) > 0)
                .map(question -> deployment.dollars(bytes(question)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long count(Predicate<Outcome> kind) {
        return questions.stream().map(WarmedQuestion::outcome).filter(kind).count();
    }
}
