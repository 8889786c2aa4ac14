package dev.trendlake.local.athena;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One execution and its state. Safe for use by several threads. */
final class Execution {
    private final String id;
    private final Submission submission;
    private final Instant submitted;

    private ExecutionState state = ExecutionState.QUEUED;
    private ExecutionState lastShown = ExecutionState.QUEUED;
    private Optional<Ending> ending = Optional.empty();
    private Optional<Instant> began = Optional.empty();
    private Optional<Instant> completed = Optional.empty();
    private Usage usage = Usage.NONE;
    private Runnable cancel = () -> {};

    Execution(String id, Submission submission, Instant submitted) {
        this.id = id;
        this.submission = submission;
        this.submitted = submitted;
    }

    String id() {
        return id;
    }

    Submission submission() {
        return submission;
    }

    /** QUEUED to RUNNING; nothing when it has ended. */
    synchronized void run() {
        if (ending.isEmpty()) {
            began = Optional.of(Instant.now());
            state = ExecutionState.RUNNING;
        }
    }

    /** RUNNING to QUEUED, which Athena does for passing errors. */
    synchronized void requeue() {
        if (ending.isEmpty()) {
            state = ExecutionState.QUEUED;
        }
    }

    /** Ends it. The first end stays. */
    void end(Ending end) {
        Runnable stop;
        synchronized (this) {
            if (ending.isPresent()) {
                return;
            }
            ending = Optional.of(end);
            state = end.state();
            completed = Optional.of(Instant.now());
            stop = cancel;
            notifyAll();
        }
        stop.run();
    }

    synchronized boolean hasEnded() {
        return ending.isPresent();
    }

    /** Says what stops the work when the execution ends before it. */
    synchronized void stopsBy(Runnable action) {
        cancel = action;
    }

    synchronized void measured(Usage newest) {
        usage = newest;
    }

    /** Waits for a time, or until the execution has ended. */
    synchronized void await(Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        while (ending.isEmpty() && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
    }

    /** Waits until a caller was shown the present state, or for a time when nobody asks. */
    synchronized void awaitShown(Duration time) throws InterruptedException {
        lastShown = ExecutionState.SUCCEEDED;
        long until = System.nanoTime() + time.toNanos();
        while (lastShown != state && ending.isEmpty() && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
    }

    /** What it looks like now, for a caller. */
    synchronized Snapshot show() {
        lastShown = state;
        notifyAll();
        return new Snapshot(id, submission, state, submitted, began, completed, usage, ending);
    }

    /** What an execution looks like at a moment. */
    record Snapshot(
            String id,
            Submission submission,
            ExecutionState state,
            Instant submitted,
            Optional<Instant> began,
            Optional<Instant> completed,
            Usage usage,
            Optional<Ending> ending) {}

    /** What it took: bytes read from the lake, and the time of planning. */
    record Usage(long bytesScanned, Duration planning) {
        static final Usage NONE = new Usage(0, Duration.ZERO);
    }
}
