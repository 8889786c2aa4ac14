package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.engine.Deadline;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.warm.WarmBudget;
import dev.trendlake.warm.WarmRequest;
import dev.trendlake.warm.WarmedQuestion;
import dev.trendlake.warm.WarmedQuestion.Outcome;
import dev.trendlake.warm.Warmer;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Runs the warmer and tells what it did: a line of the log for each question that it did something
 * about or could not, one for the run with its metrics, and the report.
 */
final class WarmRuns {
    private static final String FUNCTION = "WarmCacheFunction";

    private final Warmer warmer;
    private final long executions;
    private final long bytes;
    private final Deployment deployment;
    private final InstantSource clock;
    private final PrintStream log;

    /**
     * Takes the warmer and what one run may spend.
     *
     * @param executions how many executions it may start
     * @param bytes how many bytes they may read together
     */
    WarmRuns(
            Warmer warmer,
            long executions,
            long bytes,
            Deployment deployment,
            InstantSource clock,
            PrintStream log) {
        this.warmer = warmer;
        this.executions = executions;
        this.bytes = bytes;
        this.deployment = deployment;
        this.clock = clock;
        this.log = log;
    }

    /** Runs once; the answer is the report as JSON. */
    String run(WarmRequest request, Deadline deadline, String callId) {
        Instant now = clock.instant();
        List<WarmedQuestion> questions =
                warmer.run(request, new WarmBudget(executions, bytes), deadline, callId);
        WarmReport report = new WarmReport(request, questions, deployment);
        questions.stream().filter(WarmRuns::isNews).forEach(this::logQuestion);
        ObjectNode line = line("INFO", now);
        line.put("invocation_id", callId);
        report.writeTotals(line);
        if (!request.isDryRun()) {
            Metrics metrics = report.metrics();
            metrics.writeTo(line);
            metrics.announce(line, now);
        }
        log.println(JsonFormat.write(line));
        return JsonFormat.write(report.json(now));
    }

    private static boolean isNews(WarmedQuestion question) {
        return switch (question.outcome()) {
            case Outcome.Computed _, Outcome.Running _, Outcome.Failed _, Outcome.Skipped _ -> true;
            case Outcome.Fresh(), Outcome.NotAsked(), Outcome.WouldCompute _, Outcome.Left _ ->
                    false;
        };
    }

    // Without the reason's words, which may be the asker's.
    private void logQuestion(WarmedQuestion question) {
        ObjectNode line =
                line(
                        question.outcome() instanceof Outcome.Failed ? "WARN" : "INFO",
                        clock.instant());
        line.setAll(WarmReport.brief(question));
        log.println(JsonFormat.write(line));
    }

    private static ObjectNode line(String level, Instant at) {
        return JsonFormat.object()
                .put("level", level)
                .put("function", FUNCTION)
                .put("time", at.toString());
    }
}
