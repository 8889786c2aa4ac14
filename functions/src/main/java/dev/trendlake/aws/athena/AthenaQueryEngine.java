package dev.trendlake.aws.athena;

import dev.trendlake.engine.Deadline;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.SqlRenderer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/**
 * Runs statements on Amazon Athena. Calls that are refused or lost are made again; an execution
 * that fails is never followed by another one: that is the caller's to decide. Safe for use by many
 * threads.
 */
public final class AthenaQueryEngine implements QueryEngine {
    private static final System.Logger LOGGER = System.getLogger(AthenaQueryEngine.class.getName());
    private static final String CATALOG = "AwsDataCatalog";

    /** Athena's quota for the text of a statement, in bytes of UTF-8 (spec: Athena, 2). */
    public static final int LONGEST_STATEMENT = 262_144;

    private final AthenaClient client;
    private final String workgroup;
    private final String database;
    private final AthenaCalls calls;
    private final ExecutionWatch watch;
    private final ResultReader results;

    /**
     * Takes a client as {@link AthenaClients} makes them, and where statements run.
     *
     * @param workgroup says where results go and how much a statement may read
     * @param database the database of the Glue catalog that has the tables
     */
    public AthenaQueryEngine(AthenaClient client, String workgroup, String database) {
        // Secure, because Lambda gives each copy of a snapshot its own sequence only of those.
        this(client, workgroup, database, Pauser.sleeping(), new SecureRandom());
    }

    AthenaQueryEngine(
            AthenaClient client,
            String workgroup,
            String database,
            Pauser pauser,
            RandomGenerator random) {
        this.client = client;
        this.workgroup = workgroup;
        this.database = database;
        this.calls = new AthenaCalls(Backoff.STANDARD, pauser, random);
        this.watch = new ExecutionWatch(client, calls, PollingSchedule.STANDARD, random);
        this.results = new ResultReader(client, calls);
    }

    @Override
    public String start(Select statement, String token, Deadline deadline) {
        String sql = SqlRenderer.render(statement);
        checkLength(sql);
        try {
            return start(sql, token, deadline);
        } catch (NoRows e) {
            throw e.forRequest();
        }
    }

    @Override
    public QueryRun finish(String executionId, Deadline deadline) throws StillRunning {
        try {
            return collect(executionId, watch::endOfStarted, deadline);
        } catch (NoRows e) {
            throw e.forRequest();
        }
    }

    @Override
    public QueryRun resume(String executionId, Deadline deadline)
            throws StillRunning, ExecutionLost {
        try {
            return collect(executionId, watch::end, deadline);
        } catch (NoRows e) {
            if (e.mayBeStartedAgain()) {
                throw lost(e);
            }
            throw e.forRequest();
        }
    }

    @Override
    public boolean hasEnded(String executionId, Deadline deadline) {
        try {
            return watch.hasEnded(executionId, deadline);
        } catch (NoAnswer e) {
            return false;
        } catch (SdkException e) {
            // It is not known any more: who resumes it is told.
            return true;
        }
    }

    @Override
    public void cancel(String executionId, Deadline deadline) {
        try {
            calls.send(
                    limit ->
                            client.stopQueryExecution(request ->
                                    request.queryExecutionId(executionId)
                                            .overrideConfiguration(limit)),
                    deadline);
        } catch (NoAnswer e) {
            throw NoRows.of(e).forRequest();
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, "an execution could not be stopped", e);
        }
    }

    /** Repeats a start whose answer was lost with the same token: Athena finds the first one. */
    private String start(String sql, String token, Deadline deadline) throws NoRows {
        StartQueryExecutionRequest request =
                StartQueryExecutionRequest.builder()
                        .queryString(sql)
                        .clientRequestToken(token)
                        .workGroup(workgroup)
                        .queryExecutionContext(
                                context -> context.catalog(CATALOG).database(database))
                        .build();
        try {
            return calls.send(
                            limit ->
                                    client.startQueryExecution(
                                            request.toBuilder()
                                                    .overrideConfiguration(limit)
                                                    .build()),
                            deadline)
                    .queryExecutionId();
        } catch (NoAnswer e) {
            throw NoRows.of(e);
        } catch (SdkException e) {
            throw NoRows.of(e, sql);
        }
    }

    private QueryRun collect(String executionId, Waiting waiting, Deadline deadline)
            throws StillRunning, NoRows {
        try {
            QueryExecution execution = waiting.end(executionId, deadline);
            if (execution.status().state() != QueryExecutionState.SUCCEEDED) {
                throw NoRows.of(execution);
            }
            Statistics statistics = Statistics.of(execution);
            return new QueryRun(
                    executionId,
                    results.read(executionId, deadline),
                    statistics.bytesScanned(),
                    statistics.queued(),
                    statistics.engineTime());
        } catch (NoAnswer e) {
            throw stillRunning(executionId, e);
        } catch (SdkException e) {
            throw NoRows.of(e, "execution " + executionId);
        }
    }

    @FunctionalInterface
    private interface Waiting {
        QueryExecution end(String executionId, Deadline deadline) throws NoAnswer;
    }

    private static void checkLength(String sql) {
        int length = sql.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_STATEMENT) {
            throw new InvalidRequest(
                    "",
                    ("The question is too long: as SQL it has %d bytes, and %d are allowed."
                                    + " Use fewer series, filters or values.")
                            .formatted(length, LONGEST_STATEMENT));
        }
    }

    private static StillRunning stillRunning(String executionId, NoAnswer reason) {
        StillRunning stillRunning = new StillRunning(executionId);
        stillRunning.initCause(reason);
        return stillRunning;
    }

    private static ExecutionLost lost(NoRows reason) {
        ExecutionLost lost = new ExecutionLost(String.valueOf(reason.getMessage()));
        lost.initCause(reason);
        return lost;
    }
}
