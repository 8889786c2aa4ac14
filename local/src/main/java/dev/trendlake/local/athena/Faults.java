package dev.trendlake.local.athena;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * What goes wrong on purpose, for tests. Every method adds to what was asked before; nothing goes
 * wrong until one is called. Safe for use by several threads.
 */
public final class Faults {
    private enum Kind {
        THROTTLED,
        BROKEN,
        LOST
    }

    private final Map<Kind, Map<Operation, Integer>> calls = new EnumMap<>(Kind.class);
    private final Queue<AthenaError> failures = new ArrayDeque<>();
    private Duration delay = Duration.ZERO;
    private int refusedStarts;
    private int requeuedQueries;

    Faults() {}

    /** The next calls of an operation are answered by {@code ThrottlingException}. */
    public void throttle(Operation operation, int times) {
        add(Kind.THROTTLED, operation, times);
    }

    /** The next calls of an operation are answered by {@code InternalServerException}, a 500. */
    public void breakDown(Operation operation, int times) {
        add(Kind.BROKEN, operation, times);
    }

    /** The next calls of an operation are carried out, but their answers never arrive. */
    public void loseAnswers(Operation operation, int times) {
        add(Kind.LOST, operation, times);
    }

    /**
     * The next starts are answered by {@code TooManyRequestsException}: too many queries at once.
     */
    public synchronized void refuseStarts(int times) {
        refusedStarts += times;
    }

    /** Every query from now on takes at least this long. */
    public synchronized void slowDown(Duration atLeast) {
        delay = atLeast;
    }

    /** The next queries end as FAILED, for a reason that may pass or not. */
    public synchronized void failQueries(int times, boolean retryable) {
        for (int i = 0; i < times; i++) {
            failures.add(retryable ? AthenaError.passing() : AthenaError.exhausted());
        }
    }

    /** The next queries end as FAILED for good, as if Athena itself had broken. */
    public synchronized void breakQueries(int times, String reason) {
        for (int i = 0; i < times; i++) {
            failures.add(AthenaError.internal(reason));
        }
    }

    /**
     * The next queries go from RUNNING back to QUEUED once, each state being shown to the caller.
     */
    public synchronized void requeueQueries(int times) {
        requeuedQueries += times;
    }

    /** All is well again. */
    public synchronized void clear() {
        calls.clear();
        failures.clear();
        delay = Duration.ZERO;
        refusedStarts = 0;
        requeuedQueries = 0;
    }

    boolean takeThrottled(Operation operation) {
        return take(Kind.THROTTLED, operation);
    }

    boolean takeBroken(Operation operation) {
        return take(Kind.BROKEN, operation);
    }

    boolean takeLost(Operation operation) {
        return take(Kind.LOST, operation);
    }

    synchronized boolean takeRefusedStart() {
        boolean taken = refusedStarts > 0;
        refusedStarts -= taken ? 1 : 0;
        return taken;
    }

    synchronized boolean takeRequeued() {
        boolean taken = requeuedQueries > 0;
        requeuedQueries -= taken ? 1 : 0;
        return taken;
    }

    synchronized Optional<AthenaError> takeFailure() {
        return Optional.ofNullable(failures.poll());
    }

    synchronized Duration delay() {
        return delay;
    }

    private synchronized void add(Kind kind, Operation operation, int times) {
        calls.computeIfAbsent(kind, none -> new EnumMap<>(Operation.class))
                .merge(operation, times, Integer::sum);
    }

    private synchronized boolean take(Kind kind, Operation operation) {
        Map<Operation, Integer> left = calls.getOrDefault(kind, Map.of());
        int times = left.getOrDefault(operation, 0);
        if (times == 0) {
            return false;
        }
        left.put(operation, times - 1);
        return true;
    }
}
