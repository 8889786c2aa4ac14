package dev.trendlake.local.stack;

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
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the tests find on the {@link WholeStack}: three projects and their keys. */
final class SampleProjects {
    /** Project 1: the web log in UTC, weeks from Sunday. */
    static final long WEBLOG = 1;

    /** Project 2: empty. */
    static final long EMPTY = 2;

    /** Project 3: the web log in California's time, weeks from Monday. */
    static final long CALIFORNIA = 3;

    /** Opens project 1: the key of the payloads in {@code events/}. */
    static final String KEY = "phx_sample_key_of_the_events_folder";

    /** Opens every project. */
    static final String UNBOUND_KEY = "phx_opens_every_project";

    /** Opens every project, but for something else. */
    static final String OTHER_SCOPE_KEY = "phx_reads_projects_alone";

    /** May do everything everywhere. */
    static final String AGENT_KEY = "phx_may_do_everything";

    /** Runs queries in project 3. */
    static final String QUERY_KEY = "phx_runs_queries_in_california";

    /** Whose all these keys are. */
    private static final User OWNER =
            new User(
                    1,
                    User.uuidOf("owner@example.org"),
                    "owner@example.org",
                    "Olga",
                    Membership.OWNER);

    /** Was opened once. */
    static final String INACTIVE_KEY = "phx_was_taken_back";

    private final RunningStack stack;

    SampleProjects(RunningStack stack) {
        this.stack = stack;
    }

    void make() throws LoadFailed {
        try (var clients = new StackClients(stack);
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            makeProjects(new DynamoDbProjects(dynamoDb, stack.projectsTable()));
            makeKeys(new DynamoDbApiKeys(dynamoDb, stack.apiKeysTable()));
            for (long project : List.of(WEBLOG, CALIFORNIA)) {
                clients.loader(Clock.systemUTC())
                        .load(
                                project,
                                List.of(new EventSource("weblog", Weblog::open)),
                                BadLines.FATAL,
                                LoadListener.none());
            }
        }
    }

    private static void makeProjects(DynamoDbProjects projects) {
        projects.save(project(WEBLOG, "UTC", DayOfWeek.SUNDAY));
        projects.save(project(EMPTY, "UTC", DayOfWeek.SUNDAY));
        projects.save(project(CALIFORNIA, "America/Los_Angeles", DayOfWeek.MONDAY));
    }

    private static Project project(long id, String zone, DayOfWeek weekStart) {
        return new Project(
                id,
                "project " + id,
                "",
                ZoneId.of(zone),
                weekStart,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }

    private static void makeKeys(DynamoDbApiKeys keys) {
        save(keys, KEY, List.of("*"), List.of(WEBLOG), true);
        save(keys, UNBOUND_KEY, List.of("insight:read"), List.of(), true);
        save(keys, OTHER_SCOPE_KEY, List.of("project:read"), List.of(), true);
        save(keys, AGENT_KEY, List.of("*"), List.of(), true);
        save(keys, QUERY_KEY, List.of("query:read", "user:read"), List.of(CALIFORNIA), true);
        save(keys, INACTIVE_KEY, List.of("insight:read"), List.of(), false);
    }

    private static void save(
            DynamoDbApiKeys keys,
            String key,
            List<String> scopes,
            List<Long> projects,
            boolean active) {
        ApiKey record = new ApiKey(key.substring(4), "", scopes, projects, List.of(), active);
        keys.save(KeyHash.of(key), record.of(OWNER), KeyDetails.maskOf(key), Instant.now());
    }
}
