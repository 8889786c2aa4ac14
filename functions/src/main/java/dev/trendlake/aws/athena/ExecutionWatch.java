package dev.trendlake.aws.athena;

import dev.trendlake.engine.Deadline;
import java.time.Duration;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** Looks at an execution until it has ended. */
final class ExecutionWatch {
    /** With less left than this, a look couldn't be answered in time. */
    private static final Duration TIME_FOR_A_LOOK = Duration.ofMillis(50);

    private final AthenaClient client;
    private final AthenaCalls calls;
    private final PollingSchedule schedule;
    private final RandomGenerator random;

    ExecutionWatch(
            AthenaClient client,
            AthenaCalls calls,
            PollingSchedule schedule,
            RandomGenerator random) {
        this.client = client;
        this.calls = calls;
        this.schedule = schedule;
        this.random = random;
    }

    /** The end of an execution that has just begun: looks for the first time after a pause. */
    QueryExecution endOfStarted(String executionId, Deadline deadline) throws NoAnswer {
        pauseBefore(0, deadline);
        return end(executionId, deadline);
    }

    /**
     * The end of an execution, good or bad. Only the three last states are the end: Athena may send
     * a running one back to the queue.
     */
    QueryExecution end(String executionId, Deadline deadline) throws NoAnswer {
        QueryExecution execution = look(executionId, deadline);
        for (int look = 1; !hasEnded(execution); look++) {
            pauseBefore(look, deadline);
            execution = look(executionId, deadline);
        }
        return execution;
    }

    /** Whether an execution is over: looks once. */
    boolean hasEnded(String executionId, Deadline deadline) throws NoAnswer {
        return hasEnded(look(executionId, deadline));
    }

    private QueryExecution look(String executionId, Deadline deadline) throws NoAnswer {
        return calls.send(
                        limit ->
                                client.getQueryExecution(request ->
                                        request.queryExecutionId(executionId)
                                                .overrideConfiguration(limit)),
                        deadline)
                .queryExecution();
    }

    /** Takes half of what is left at most, so that there is time for another look. */
    private void pauseBefore(int look, Deadline deadline) throws NoAnswer {
        Duration remaining = deadline.remaining();
        if (remaining.compareTo(TIME_FOR_A_LOOK) < 0) {
            throw new NoAnswer("the deadline has passed");
        }
        Duration half = remaining.dividedBy(2);
        Duration pause = schedule.pauseBefore(look, random);
        calls.pause(pause.compareTo(half) < 0 ? pause : half);
    }

    private static boolean hasEnded(QueryExecution execution) {
        QueryExecutionState state = execution.status().state();
        return state == QueryExecutionState.SUCCEEDED
                || state == QueryExecutionState.FAILED
                || state == QueryExecutionState.CANCELLED;
    }
}
