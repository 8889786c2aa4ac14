package dev.trendlake.local.stack;

import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A project without events, to which SDKs send with a token. */
final class CapturingProject {
    private CapturingProject() {}

    static void make(WholeStack stack, long id, String token) {
        try (StackClients clients = new StackClients(stack.running());
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            new DynamoDbProjects(dynamoDb, stack.running().projectsTable())
                    .save(
                            new Project(
                                    id,
                                    "captured",
                                    "",
                                    ZoneId.of("UTC"),
                                    DayOfWeek.SUNDAY,
                                    "[]",
                                    List.of(),
                                    Project.NO_EVENT_YET,
                                    0,
                                    SideTables.none(),
                                    PropertyDefinitions.none(),
                                    token));
        }
    }
}
