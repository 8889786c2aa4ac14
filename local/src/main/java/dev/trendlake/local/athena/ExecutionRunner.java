package dev.trendlake.local.athena;

import dev.trendlake.local.athena.Ending.Failed;
import dev.trendlake.local.athena.Ending.Succeeded;
import dev.trendlake.local.engine.Engine;
import dev.trendlake.local.engine.EngineStatement;
import io.trino.client.QueryError;
import io.trino.client.StatementStats;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Runs executions on the engine, a few at a time; the others are QUEUED. */
final class ExecutionRunner {
    private static final int AT_ONCE = 8;
    private static final Duration NOBODY_ASKS = Duration.ofSeconds(3);

    private final Engine engine;
    private final Faults faults;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    ExecutionRunner(Engine engine, Faults faults) {
        this.engine = engine;
        this.faults = faults;
    }

    void start(Execution execution) {
        Thread.ofVirtual().name("athena-" + execution.id()).start(() -> run(execution));
    }

    private void run(Execution execution) {
        turns.acquireUninterruptibly();
        try {
            execution.run();
            sufferFaults(execution);
            work(execution);
        } catch (IOException | RuntimeException e) {
            execution.end(new Failed(AthenaError.internal(String.valueOf(e.getMessage()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            execution.end(Ending.stopped());
        } finally {
            turns.release();
        }
    }

    private void sufferFaults(Execution execution) throws InterruptedException {
        if (faults.takeRequeued()) {
            execution.awaitShown(NOBODY_ASKS);
            execution.requeue();
            execution.awaitShown(NOBODY_ASKS);
            execution.run();
        }
        execution.await(faults.delay());
        faults.takeFailure().ifPresent(error -> execution.end(new Failed(error)));
    }

    private void work(Execution execution) throws IOException {
        Submission submission = execution.submission();
        submission
                .statement()
                .unknownFunction()
                .ifPresent(error -> execution.end(new Failed(error)));
        if (execution.hasEnded()) {
            return;
        }
        try (EngineStatement statement =
                engine.start(submission.statement().engineSql(), submission.database())) {
            execution.stopsBy(statement::close);
            List<List<@Nullable String>> rows = collect(execution, statement);
            execution.stopsBy(() -> {});
            if (!execution.hasEnded()) {
                execution.end(ending(execution, statement, rows));
            }
        }
    }

    private static List<List<@Nullable String>> collect(
            Execution execution, EngineStatement statement) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (!execution.hasEnded() && statement.advance()) {
            for (List<@Nullable Object> row : statement.rows()) {
                rows.add(texts(row));
            }
            measure(execution, statement.stats());
        }
        if (!execution.hasEnded()) {
            measure(execution, statement.stats());
        }
        return rows;
    }

    private static List<@Nullable String> texts(List<@Nullable Object> row) {
        List<@Nullable String> texts = new ArrayList<>(row.size());
        for (Object value : row) {
            texts.add(ResultText.of(value));
        }
        return texts;
    }

    private static void measure(Execution execution, StatementStats stats) {
        long bytes = stats.getPhysicalInputBytes();
        execution.measured(
                new Execution.Usage(bytes, Duration.ofMillis(stats.getPlanningTimeMillis())));
        long limit = execution.submission().workGroup().bytesScannedCutoff();
        if (limit > 0 && bytes > limit) {
            execution.end(Ending.readTooMuch());
        }
    }

    private static Ending ending(
            Execution execution, EngineStatement statement, List<List<@Nullable String>> rows)
            throws IOException {
        Optional<QueryError> error = statement.error();
        if (error.isPresent()) {
            return new Failed(EngineErrors.toAthena(error.get()));
        }
        List<ColumnInfo> columns =
                statement.columns().orElseThrow().stream().map(ColumnInfo::of).toList();
        QueryResult result = QueryResult.of(columns, rows);
        execution.submission().output().write(execution.id(), result);
        return new Succeeded(result);
    }
}
