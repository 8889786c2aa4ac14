package dev.trendlake.local.athena;

import dev.trendlake.local.athena.TestEvents.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** One engine for all tests, with a few events and two workgroups. */
public final class TestLake {
    private static final TestLake SHARED = start();

    private final Path buckets;
    private final LocalAthena athena;
    private final AthenaClient client;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestLake(Path buckets, LocalAthena athena) {
        this.buckets = buckets;
        this.athena = athena;
        this.client =
                AthenaClient.builder()
                        .endpointOverride(athena.endpoint())
                        .region(Region.US_EAST_1)
                        .httpClient(UrlConnectionHttpClient.create())
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .overrideConfiguration(
                                // Tests count calls: none may be repeated unseen.
                                settings -> settings.retryStrategy(r -> r.maxAttempts(1)))
                        .build();
    }

    /** The one engine. */
    public static TestLake shared() {
        return SHARED;
    }

    private static TestLake start() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, "lake");
            Path buckets = folder.resolve("buckets");
            write(new TestEvents(buckets.resolve("lake")));
            Files.createDirectories(buckets.resolve("results"));
            LocalAthena athena = LocalAthena.start(buckets, folder.resolve("metastore"), 0);
            athena.createTable(TestEvents.table());
            athena.createWorkGroup(new WorkGroup("main", "s3://results/main/", 0, true));
            athena.createWorkGroup(new WorkGroup("small", "s3://results/small/", 10, true));
            return new TestLake(buckets, athena);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(TestEvents events) throws IOException {
        events.write(
                "7",
                "2026-11-21",
                List.of(
                        new Event("open", Instant.parse("2026-11-21T00:00:00.123Z"), 1),
                        new Event("close", Instant.parse("2026-11-21T23:59:59.999Z"), 2)));
        events.write(
                "7",
                "2026-11-22",
                List.of(new Event("open", Instant.parse("2026-11-22T12:00:00Z"), 1)));
        events.write(
                "8",
                "2026-11-21",
                List.of(new Event("open", Instant.parse("2026-11-21T12:00:00Z"), 3)));
    }

    LocalAthena athena() {
        return athena;
    }

    AthenaClient client() {
        return client;
    }

    Path buckets() {
        return buckets;
    }

    /** Starts a statement in the database of the events. */
    String start(String sql, String workGroup) {
        return client.startQueryExecution(r ->
                        r.queryString(sql)
                                .workGroup(workGroup)
                                .queryExecutionContext(c -> c.database("lake")))
                .queryExecutionId();
    }

    /** Waits for the end of an execution. */
    QueryExecution end(String id) {
        while (true) {
            QueryExecution execution =
                    client.getQueryExecution(r -> r.queryExecutionId(id)).queryExecution();
            QueryExecutionState state = execution.status().state();
            if (state != QueryExecutionState.QUEUED && state != QueryExecutionState.RUNNING) {
                return execution;
            }
            sleep();
        }
    }

    /** Runs a statement to its end. */
    QueryExecution run(String sql) {
        return end(start(sql, "main"));
    }

    /** The first page of the rows of a statement, header first; NULL as null. */
    GetQueryResultsResponse results(String sql) {
        QueryExecution execution = run(sql);
        if (execution.status().state() != QueryExecutionState.SUCCEEDED) {
            throw new AssertionError(execution.status().stateChangeReason() + "\n" + sql);
        }
        return client.getQueryResults(r -> r.queryExecutionId(execution.queryExecutionId()));
    }

    /** Why a statement fails. */
    public String failure(String sql) {
        return run(sql).status().stateChangeReason();
    }

    /** The texts of the rows of a statement, without the header; values apart by a bar. */
    public List<String> rows(String sql) {
        return results(sql).resultSet().rows().stream()
                .skip(1)
                .map(row ->
                        String.join(
                                "|",
                                row.data().stream()
                                        .map(datum -> String.valueOf(datum.varCharValue()))
                                        .toList()))
                .toList();
    }

    /** Posts a body as the SDK would, unsigned. */
    HttpResponse<String> post(String operation, String body) {
        return post("application/x-amz-json-1.1", "AmazonAthena." + operation, body);
    }

    HttpResponse<String> post(String contentType, String target, String body) {
        URI uri = athena.endpoint();
        try {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", contentType)
                            .header("X-Amz-Target", target)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String token() {
        return UUID.randomUUID().toString();
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
