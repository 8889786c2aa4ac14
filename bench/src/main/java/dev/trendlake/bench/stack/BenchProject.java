package dev.trendlake.bench.stack;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbDefinitions;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SideTables;
import java.io.InputStream;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Project 1 of a benchmark's stack, with its key and its events. */
public final class BenchProject {
    public static final long ID = 1;
    public static final String KEY = "phx_key_of_the_benchmarks_on_this_machine_only";

    private static final String WEBLOG = "/demo/weblog-2015-05.jsonl.gz";

    private BenchProject() {}

    /** The demonstration's events: four days of a web site's traffic. */
    static EventSource weblog() {
        return new EventSource(WEBLOG, BenchProject::openWeblog);
    }

    /**
     * Makes the project and loads its events.
     *
     * @return how many events there are
     */
    static long prepare(RunningStack stack, EventSource events) throws LoadFailed {
        create(stack);
        try (StackClients clients = new StackClients(stack)) {
            return clients.loader(Clock.systemUTC())
                    .load(ID, List.of(events), BadLines.FATAL, LoadListener.none())
                    .taken();
        }
    }

    /** Makes the project, with its key and no events. */
    public static void create(RunningStack stack) {
        try (StackClients clients = new StackClients(stack);
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            new DynamoDbProjects(dynamoDb, stack.projectsTable()).save(project());
            save(
                    new ShopDefinitions(),
                    new DynamoDbDefinitions(dynamoDb, stack.projectsTable(), ID));
            new DynamoDbApiKeys(dynamoDb, stack.apiKeysTable()).save(KeyHash.of(KEY), key());
        }
    }

    static Project project() {
        return new Project(
                ID,
                "Benchmark",
                "",
                ZoneOffset.UTC,
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                new PropertyDefinitions(Map.of("price", PropertyType.NUMERIC), Map.of(), Map.of()));
    }

    private static void save(ShopDefinitions shop, DynamoDbDefinitions definitions) {
        shop.actions().forEach(definitions::save);
        shop.cohorts().forEach(definitions::save);
    }

    private static ApiKey key() {
        return new ApiKey(
                "bench", "Benchmark", List.of("insight:read"), List.of(ID), List.of(), true);
    }

    private static InputStream openWeblog() {
        return Objects.requireNonNull(BenchProject.class.getResourceAsStream(WEBLOG), WEBLOG);
    }
}
