package dev.trendlake.aws.athena;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;

/** What Athena says about the work of an execution; zero where it says nothing yet. */
record Statistics(long bytesScanned, Duration queued, Duration engineTime) {
    static Statistics of(QueryExecution execution) {
        QueryExecutionStatistics statistics = execution.statistics();
        if (statistics == null) {
            return new Statistics(0, Duration.ZERO, Duration.ZERO);
        }
        return new Statistics(
                orZero(statistics.dataScannedInBytes()),
                Duration.ofMillis(orZero(statistics.queryQueueTimeInMillis())),
                Duration.ofMillis(orZero(statistics.engineExecutionTimeInMillis())));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
