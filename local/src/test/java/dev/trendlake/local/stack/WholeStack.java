package dev.trendlake.local.stack;

import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.local.athena.LocalAthena;
import dev.trendlake.local.queue.LocalQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole stack with the packaged functions, kept for all tests: a start takes seconds. It holds
 * the web log of May 2015 and the keys that {@link SampleProjects} names.
 */
public final class WholeStack implements AutoCloseable {
    // It stays when the tests are over, for whoever wants to read the logs. One for each of the
    // processes that tests run in.
    private static final Path FOLDER =
            Path.of("target", "whole-stack-" + System.getProperty("trendlake.fork", "1"));

    private final LocalStack stack;
    private final Client client;

    private WholeStack(LocalStack stack) {
        this.stack = stack;
        this.client = new Client(stack.running().gateway(), SampleProjects.KEY);
    }

    static WholeStack start() throws IOException, InterruptedException, LoadFailed {
        remove(FOLDER);
        LocalStack stack = LocalStack.start(options(FOLDER));
        WholeStack whole = new WholeStack(stack);
        new SampleProjects(stack.running()).make();
        whole.awaitNotices();
        return whole;
    }

    /** A stack whose state lies in a folder. */
    public static StackOptions options(Path folder) {
        return StackOptions.of(Path.of(".."))
                .withoutRateLimits()
                .withData(folder.resolve("data"))
                .withLogs(folder.resolve("logs"));
    }

    /** How to reach it. */
    public RunningStack running() {
        return stack.running();
    }

    /** A client with the key of project 1. */
    public Client client() {
        return client;
    }

    LocalStack stack() {
        return stack;
    }

    LocalAthena athena() {
        return stack.athena();
    }

    /**
     * Waits until S3 has told of all that was loaded: it does so a second after the load itself,
     * and what it tells of is computed once more.
     */
    void awaitNotices() throws InterruptedException {
        LocalQueue notices =
                stack.queues().all().stream()
                        .filter(queue -> queue.definition().name().endsWith("-PartitionQueue"))
                        .findFirst()
                        .orElseThrow();
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!notices.all().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        if (!notices.all().isEmpty()) {
            throw new AssertionError("S3 still tells of changes");
        }
    }

    int executions() {
        return athena().calls().executions();
    }

    /** The line that a function logged of a request. */
    String logOf(Reply reply) throws IOException {
        String id = "\"request_id\":\"" + reply.header("apigw-requestid") + "\"";
        return logLines().stream().filter(line -> line.contains(id)).findFirst().orElse("");
    }

    /** The execution that a function's line in the log names. */
    Optional<String> executionOf(Reply reply) throws IOException {
        String id = Reply.parsed(logOf(reply)).path("execution_id").asText();
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    /** The files that functions log into. */
    public List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("logs"))) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() {
        client.close();
        stack.close();
    }

    private List<String> logLines() throws IOException {
        return logs().stream().flatMap(WholeStack::lines).toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
