package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** An execution as {@code GetQueryExecution} describes it (spec: Athena, 1). */
final class ExecutionAnswer {
    private ExecutionAnswer() {}

    static ObjectNode of(Execution.Snapshot snapshot) {
        Submission submission = snapshot.submission();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("QueryExecutionId", snapshot.id());
        answer.put("Query", submission.sql());
        answer.put("StatementType", "DML");
        answer.put("SubstatementType", submission.statement().subtype());
        answer.put("WorkGroup", submission.workGroup().name());
        answer.putObject("ResultConfiguration")
                .put("OutputLocation", submission.output().fileOf(snapshot.id()));
        answer.putObject("ResultReuseConfiguration")
                .putObject("ResultReuseByAgeConfiguration")
                .put("Enabled", false);
        answer.putObject("QueryExecutionContext")
                .put("Database", submission.database())
                .put("Catalog", submission.catalog().toLowerCase(Locale.ROOT));
        answer.putObject("EngineVersion")
                .put("SelectedEngineVersion", "AUTO")
                .put("EffectiveEngineVersion", "Athena engine version 3");
        fillStatus(answer.putObject("Status"), snapshot);
        fillStatistics(answer.putObject("Statistics"), snapshot);
        return answer;
    }

    private static void fillStatus(ObjectNode status, Execution.Snapshot snapshot) {
        status.put("State", snapshot.state().name());
        status.put("SubmissionDateTime", seconds(snapshot.submitted()));
        snapshot.completed().ifPresent(end -> status.put("CompletionDateTime", seconds(end)));
        snapshot.ending().ifPresent(ending -> fillEnding(status, ending));
    }

    private static void fillEnding(ObjectNode status, Ending ending) {
        switch (ending) {
            case Ending.Succeeded succeeded -> {}
            case Ending.Cancelled(var reason) -> status.put("StateChangeReason", reason);
            case Ending.Failed(var error) -> {
                status.put("StateChangeReason", error.message());
                status.putObject("AthenaError")
                        .put("ErrorCategory", error.category())
                        .put("ErrorType", error.type())
                        .put("Retryable", error.retryable())
                        .put("ErrorMessage", error.message());
            }
        }
    }

    private static void fillStatistics(ObjectNode statistics, Execution.Snapshot snapshot) {
        Instant end = snapshot.completed().orElseGet(Instant::now);
        Instant began = snapshot.began().orElse(end);
        statistics.put("DataScannedInBytes", snapshot.usage().bytesScanned());
        statistics.put("QueryQueueTimeInMillis", millis(snapshot.submitted(), began));
        statistics.put("ServicePreProcessingTimeInMillis", 0);
        statistics.put("QueryPlanningTimeInMillis", snapshot.usage().planning().toMillis());
        statistics.put("EngineExecutionTimeInMillis", millis(began, end));
        statistics.put("ServiceProcessingTimeInMillis", 0);
        statistics.put("TotalExecutionTimeInMillis", millis(snapshot.submitted(), end));
        statistics.putObject("ResultReuseInformation").put("ReusedPreviousResult", false);
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }
}
