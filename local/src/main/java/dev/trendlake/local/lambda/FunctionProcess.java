package dev.trendlake.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that runs a function, one event at a time, like an execution environment of Lambda. */
final class FunctionProcess implements AutoCloseable {
    // Lambda gives a function with snapshots minutes and one without 10 seconds.
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final RuntimeApi api;
    private final Process process;
    private final Duration timeout;
    private volatile boolean usable = true;

    private FunctionProcess(RuntimeApi api, Process process, Duration timeout) {
        this.api = api;
        this.process = process;
        this.timeout = timeout;
    }

    /** Starts a process; the function's start-up goes on while this returns. */
    static FunctionProcess start(FunctionCommand command, Duration timeout, Path log) {
        RuntimeApi api = new RuntimeApi(command.arn(), timeout, InstantSource.system());
        ProcessBuilder builder = new ProcessBuilder(command.line());
        builder.environment().clear();
        builder.environment().putAll(command.environment(api.authority()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(new File("/dev/null"));
        try {
            return new FunctionProcess(api, builder.start(), timeout);
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it can take another event. */
    boolean usable() {
        return usable && process.isAlive();
    }

    /** Runs one event to its end. */
    Outcome invoke(String event) throws InterruptedException {
        Invocation invocation = new Invocation(event);
        CompletableFuture<Outcome> outcome =
                CompletableFuture.anyOf(invocation.outcome(), api.failedStart(), exitOf(invocation))
                        .thenApply(Outcome.class::cast);
        Thread courier = Thread.ofVirtual().start(() -> hand(invocation));
        try {
            if (!takenOrOver(invocation, outcome)) {
                return ended(Failures.timedOut(invocation.requestId(), START_LIMIT));
            }
            return outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return ended(Failures.timedOut(invocation.requestId(), timeout));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            courier.interrupt();
        }
    }

    @Override
    public void close() {
        usable = false;
        process.destroyForcibly();
        api.close();
    }

    private void hand(Invocation invocation) {
        try {
            api.hand(invocation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takenOrOver(Invocation invocation, CompletableFuture<Outcome> outcome)
            throws InterruptedException, ExecutionException {
        try {
            CompletableFuture.anyOf(invocation.taken(), outcome)
                    .get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private CompletableFuture<Outcome> exitOf(Invocation invocation) {
        // A runtime that failed to start says so and exits; what it said comes first.
        return process.onExit()
                .thenApply(exited -> Failures.exited(invocation.requestId(), exited.exitValue()))
                .thenApply(failure -> api.failedStart().getNow(failure));
    }

    private Outcome ended(Outcome outcome) {
        usable = false;
        process.destroyForcibly();
        return outcome;
    }
}
