package dev.trendlake.local.demo;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyDetails;
import dev.trendlake.access.KeyHash;
import dev.trendlake.access.Membership;
import dev.trendlake.access.User;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.LoadReport;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.io.InputStream;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Project 1 of the demonstration: the web log of May 2015. Making it again changes nothing. */
final class DemoProject {
    private static final String TOKEN = "phc_sample_token_of_the_demonstration";
    private static final User OWNER =
            new User(
                    1,
                    User.uuidOf("demo@example.org"),
                    "demo@example.org",
                    "Demonstration",
                    Membership.OWNER);

    static final long ID = 1;

    /**
     * The key of the demonstration. It is no secret: it opens project 1 of stacks that answer on
     * the loopback address alone, and stays the same so that a command in a shell's history works
     * again.
     */
    static final String KEY = "phx_sample_key_of_the_events_folder";

    private static final String NAME = "Web log of May 2015";
    private static final String EVENTS = "/demo/weblog-2015-05.jsonl.gz";

    private final StackClients clients;
    private final RunningStack stack;
    private final Clock clock;

    DemoProject(StackClients clients, RunningStack stack, Clock clock) {
        this.clients = clients;
        this.stack = stack;
        this.clock = clock;
    }

    /** Makes what is missing of project, key and events. */
    LoadReport prepare() throws DemoFailed {
        try (DynamoDbClient dynamoDb = clients.dynamoDb()) {
            saveProject(new DynamoDbProjects(dynamoDb, stack.projectsTable()));
            saveKey(new DynamoDbApiKeys(dynamoDb, stack.apiKeysTable()));
        }
        try {
            return clients.loader(clock)
                    .load(
                            ID,
                            List.of(new EventSource(EVENTS, DemoProject::events)),
                            BadLines.FATAL,
                            LoadListener.none());
        } catch (LoadFailed e) {
            throw new DemoFailed("the events can't be loaded: " + e.getMessage(), e);
        }
    }

    private static void saveProject(DynamoDbProjects projects) throws DemoFailed {
        String name = projects.find(ID).map(Project::name).orElse("");
        if (name.isEmpty()) {
            projects.save(
                    new Project(
                            ID,
                            NAME,
                            "",
                            ZoneId.of("UTC"),
                            DayOfWeek.SUNDAY,
                            "[]",
                            List.of(),
                            Project.NO_EVENT_YET,
                            0,
                            SideTables.none(),
                            PropertyDefinitions.none(),
                            TOKEN));
        } else if (!name.equals(NAME)) {
            throw new DemoFailed(
                    "project 1 is '%s' here; the demonstration needs data of its own"
                            .formatted(name));
        }
    }

    private void saveKey(DynamoDbApiKeys keys) {
        KeyHash hash = KeyHash.of(KEY);
        if (keys.find(hash).isEmpty()) {
            ApiKey key =
                    new ApiKey("demo", "Demonstration", List.of("*"), List.of(ID), List.of(), true);
            keys.save(hash, key.of(OWNER), KeyDetails.maskOf(KEY), clock.instant());
        }
    }

    private static InputStream events() {
        return Objects.requireNonNull(DemoProject.class.getResourceAsStream(EVENTS), EVENTS);
    }
}
