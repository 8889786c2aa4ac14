package dev.trendlake.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A project of four events in the first days of 2020, whose actions and cohorts a test keeps by the
 * API.
 *
 * <ul>
 *   <li>{@code a}, person {@code pa}: {@code sign up} twice
 *   <li>{@code b}, person {@code pb}: {@code $pageview} of {@code /welcome}
 *   <li>{@code c}, person {@code pc}: {@code $pageview} of {@code /other}
 * </ul>
 */
final class KeptProject {
    private final WholeStack stack;
    private final long id;

    private KeptProject(WholeStack stack, long id) {
        this.stack = stack;
        this.id = id;
    }

    static KeptProject make(WholeStack stack, long id) throws LoadFailed {
        try (StackClients clients = new StackClients(stack.running());
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            new DynamoDbProjects(dynamoDb, stack.running().projectsTable()).save(project(id));
            clients.loader(Clock.systemUTC())
                    .load(id, List.of(events()), BadLines.FATAL, LoadListener.none());
        }
        return new KeptProject(stack, id);
    }

    /** Loads one more {@code sign up}, of 2 January, which nothing else has. */
    void signUp(String uuid) throws LoadFailed {
        String line =
                """
                {"uuid":"%s","event":"sign up","distinct_id":"d","timestamp":"2020-01-02T11:00:00Z"}\
                """
                        .formatted(uuid);
        try (StackClients clients = new StackClients(stack.running())) {
            clients.loader(Clock.systemUTC())
                    .load(
                            id,
                            List.of(EventSource.of(uuid, line.getBytes(UTF_8))),
                            BadLines.FATAL,
                            LoadListener.none());
        }
    }

    /** The path of something in the project. */
    String path(String rest) {
        return "/api/projects/" + id + "/" + rest;
    }

    long id() {
        return id;
    }

    /** A client whose key has these scopes, and is bound to the project. */
    Client client(String... scopes) {
        String key = "phx_%d_%s".formatted(id, String.join("_", scopes));
        try (StackClients clients = new StackClients(stack.running());
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            ApiKey record =
                    new ApiKey(key.substring(4), "", List.of(scopes), List.of(id), List.of(), true);
            new DynamoDbApiKeys(dynamoDb, stack.running().apiKeysTable())
                    .save(KeyHash.of(key), record, Instant.now());
        }
        return new Client(stack.running().gateway(), key);
    }

    /** How many events a question counts from 1 to 3 January 2020. */
    int counted(Client client, String question) throws IOException, InterruptedException {
        Reply reply =
                client.ask(
                        id,
                        "{%s, \"date_from\": \"2020-01-01\", \"date_to\": \"2020-01-03\"}"
                                .formatted(question));
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return reply.json().at("/result/0/count").asInt(-1);
    }

    static Reply patch(Client client, String path, String body)
            throws IOException, InterruptedException {
        return client.send(client.json(path, "").method("PATCH", BodyPublishers.ofString(body)));
    }

    private static EventSource events() {
        String lines =
                String.join(
                        "\n",
                        event("1", "sign up", "a", "01", "{}"),
                        event("2", "sign up", "a", "02", "{}"),
                        event("3", "$pageview", "b", "02", url("https://x.org/welcome/now")),
                        event("4", "$pageview", "c", "03", url("https://x.org/other")));
        return EventSource.of("events.jsonl", lines.getBytes(UTF_8));
    }

    private static String url(String url) {
        return "{\"$current_url\":\"%s\"}".formatted(url);
    }

    private static String event(
            String uuid, String name, String distinctId, String day, String properties) {
        return """
        {"uuid":"%s","event":"%s","distinct_id":"%3$s","person_id":"p%3$s",\
        "timestamp":"2020-01-%4$sT10:00:00Z","properties":%5$s}\
        """
                .formatted(uuid, name, distinctId, day, properties);
    }

    private static Project project(long id) {
        return new Project(
                id,
                "kept",
                "",
                ZoneId.of("UTC"),
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }
}
