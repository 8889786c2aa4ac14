package dev.trendlake.local.athena;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The executions that are known, and the tokens they were started with. */
final class Executions {
    /** Athena keeps 45 days of them; this keeps the newest. */
    private static final int KEPT = 1_000;

    /** Athena's quota of active queries in its largest region (spec: Athena, 2). */
    private static final int ACTIVE = 200;

    private final Map<String, Execution> byId = new LinkedHashMap<>();
    private final Map<String, Execution> byToken = new HashMap<>();
    private final ExecutionRunner runner;
    private final Calls calls;

    Executions(ExecutionRunner runner, Calls calls) {
        this.runner = runner;
        this.calls = calls;
    }

    /** Starts a query, or finds the one that the token started. */
    synchronized String start(String token, Submission submission) throws Refusal {
        Execution earlier = byToken.get(token);
        if (earlier != null && earlier.submission().isRepeatedBy(submission)) {
            return earlier.id();
        }
        if (earlier != null) {
            throw Refusal.invalid(
                    "IDEMPOTENT_PARAMETER_MISMATCH", "Idempotent parameters do not match");
        }
        if (byId.values().stream().filter(execution -> !execution.hasEnded()).count() >= ACTIVE) {
            throw Refusal.tooManyQueries();
        }
        return begin(token, submission).id();
    }

    synchronized Optional<Execution> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids of a workgroup's executions, the newest first. */
    synchronized List<String> newestOf(WorkGroup workGroup) {
        return byId.values().stream()
                .filter(execution -> execution.submission().workGroup().equals(workGroup))
                .map(Execution::id)
                .toList()
                .reversed();
    }

    Execution required(String id) throws Refusal {
        Optional<Execution> found = find(id);
        if (found.isEmpty()) {
            throw Refusal.invalid(
                    "QUERY_EXECUTION_NOT_FOUND", "QueryExecution " + id + " was not found");
        }
        return found.get();
    }

    private Execution begin(String token, Submission submission) {
        Execution execution =
                new Execution(UUID.randomUUID().toString(), submission, Instant.now());
        byId.put(execution.id(), execution);
        byToken.put(token, execution);
        forgetOldest();
        calls.countExecution();
        runner.start(execution);
        return execution;
    }

    private void forgetOldest() {
        if (byId.size() <= KEPT) {
            return;
        }
        Execution oldest = byId.values().iterator().next();
        byId.remove(oldest.id());
        byToken.values().remove(oldest);
    }
}
