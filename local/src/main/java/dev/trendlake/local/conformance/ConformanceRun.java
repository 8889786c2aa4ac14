package dev.trendlake.local.conformance;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.intake.imports.EventLoader;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadReport;
import dev.trendlake.intake.load.NameRegister;
import dev.trendlake.local.stack.Stack;
import dev.trendlake.local.stack.StackClients;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs cases on a stack: first all projects are made and loaded, then all requests sent. */
public final class ConformanceRun {
    private static final int AT_A_TIME = 2;

    private final Stack stack;
    private final Clock clock;
    private final CaseColumns columns;
    private final long before;

    /** Takes a stack without projects. */
    public ConformanceRun(Stack stack, Clock clock) {
        this(stack, clock, CaseColumns.NONE, 0);
    }

    /**
     * Takes a stack that may have projects.
     *
     * @param columns which properties have columns
     * @param before the last id of a project that is there
     */
    public ConformanceRun(Stack stack, Clock clock, CaseColumns columns, long before) {
        this.stack = stack;
        this.clock = clock;
        this.columns = columns;
        this.before = before;
    }

    /**
     * Runs cases, each as a project of its own.
     *
     * @return an outcome for each request, in the order of the cases
     * @throws LoadFailed when a project can't be made as its case says
     */
    public List<Outcome> run(List<ConformanceCase> cases) throws LoadFailed, InterruptedException {
        try (StackClients clients = new StackClients(stack.running());
                ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            DynamoDbClient dynamoDb = clients.dynamoDb();
            CaseRun run = new CaseRun(stack, createKey(dynamoDb));
            CaseProjects projects =
                    new CaseProjects(
                            dynamoDb,
                            stack.running().projectsTable(),
                            new CaseTables(clients.sideTableFiles(), clients.memberFiles()),
                            columns);
            EventLoader loader = clients.loader(clock, NameRegister.none());
            inParallel(threads, cases, (id, source) -> prepare(id, source, projects, loader));
            return inParallel(threads, cases, run::run).stream().flatMap(List::stream).toList();
        }
    }

    private static Boolean prepare(
            long id, ConformanceCase source, CaseProjects projects, EventLoader loader)
            throws LoadFailed {
        save(id, source, projects);
        FirstRefusal refusal = new FirstRefusal();
        LoadReport report =
                loader.load(id, List.of(new CaseEvents(source).lines()), BadLines.FATAL, refusal);
        if (report.taken() != source.events().size()) {
            throw new LoadFailed(
                    "%s: of %d events %d were loaded; %s"
                            .formatted(
                                    source.file(),
                                    source.events().size(),
                                    report.taken(),
                                    refusal));
        }
        return true;
    }

    private static void save(long id, ConformanceCase source, CaseProjects projects)
            throws LoadFailed {
        try {
            projects.save(id, source);
        } catch (IOException e) {
            throw new LoadFailed("%s: %s".formatted(source.file(), e.getMessage()));
        }
    }

    private String createKey(DynamoDbClient dynamoDb) {
        String key = "phx_" + UUID.randomUUID().toString().replace("-", "");
        new DynamoDbApiKeys(dynamoDb, stack.running().apiKeysTable())
                .save(
                        KeyHash.of(key),
                        new ApiKey(
                                "conformance",
                                "Conformance",
                                List.of("*"),
                                List.of(),
                                List.of(),
                                true),
                        clock.instant());
        return key;
    }

    /** Something to do with a case. */
    private interface Task<T> {
        T run(long projectId, ConformanceCase source) throws LoadFailed, InterruptedException;
    }

    private <T> List<T> inParallel(
            ExecutorService threads, List<ConformanceCase> cases, Task<T> task)
            throws LoadFailed, InterruptedException {
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            long projectId = before + i + 1;
            ConformanceCase source = cases.get(i);
            calls.add(() -> task.run(projectId, source));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(calls)) {
            results.add(resultOf(result));
        }
        return results;
    }

    private static <T> T resultOf(Future<T> result) throws LoadFailed, InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LoadFailed failed) {
                throw failed;
            }
            throw new IllegalStateException("a case broke off", e.getCause());
        }
    }
}
