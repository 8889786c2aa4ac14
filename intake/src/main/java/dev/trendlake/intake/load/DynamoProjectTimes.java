package dev.trendlake.intake.load;

import dev.trendlake.aws.dynamodb.LeftOutFilesItem;
import dev.trendlake.project.EventFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The projects in DynamoDB: the item {@code settings} with its {@code earliest_event}. */
public final class DynamoProjectTimes implements ProjectTimes {
    private static final String EARLIEST = "earliest_event";

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Takes the projects' table. */
    public DynamoProjectTimes(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public boolean exists(long projectId) {
        return !settings(projectId).isEmpty();
    }

    @Override
    public List<String> groupTypes(long projectId) {
        AttributeValue types = settings(projectId).get("group_types");
        return types == null ? List.of() : types.l().stream().map(AttributeValue::s).toList();
    }

    @Override
    public void lowerEarliestEvent(long projectId, Instant time) {
        boolean settled = false;
        while (!settled) {
            AttributeValue known = settings(projectId).get(EARLIEST);
            settled = isNoLater(known, time) || replace(projectId, known, time);
        }
    }

    @Override
    public void eventsArrived(long projectId) {
        dynamoDb.updateItem(request ->
                request.tableName(table)
                        .key(settingsOf(projectId))
                        .updateExpression("ADD lake_version :one")
                        .conditionExpression("attribute_exists(#project)")
                        .expressionAttributeNames(Map.of("#project", "project"))
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }

    @Override
    public FilesInChange filesInChange(long projectId) {
        LeftOutFilesItem files = LeftOutFilesItem.read(settings(projectId));
        return new FilesInChange(texts(files.coming()), texts(files.going()));
    }

    private static Set<String> texts(Set<EventFile> files) {
        return files.stream().map(EventFile::toString).collect(Collectors.toSet());
    }

    private static boolean isNoLater(@Nullable AttributeValue known, Instant time) {
        return known != null && !Instant.parse(known.s()).isAfter(time);
    }

    private Map<String, AttributeValue> settings(long projectId) {
        return dynamoDb.getItem(request ->
                        request.tableName(table).key(settingsOf(projectId)).consistentRead(true))
                .item();
    }

    // Another load may have lowered it in between: then it is looked at again.
    private boolean replace(long projectId, @Nullable AttributeValue known, Instant time) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":time", AttributeValue.fromS(time.toString()));
        String unchanged = "attribute_not_exists(#earliest)";
        if (known != null) {
            unchanged = "#earliest = :known";
            values.put(":known", known);
        }
        String condition = "attribute_exists(#project) AND " + unchanged;
        try {
            dynamoDb.updateItem(request ->
                    request.tableName(table)
                            .key(settingsOf(projectId))
                            .updateExpression("SET #earliest = :time")
                            .conditionExpression(condition)
                            .expressionAttributeNames(
                                    Map.of("#earliest", EARLIEST, "#project", "project"))
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return !exists(projectId);
        }
    }

    private static Map<String, AttributeValue> settingsOf(long projectId) {
        return Map.of(
                "project", AttributeValue.fromS(Long.toString(projectId)),
                "item", AttributeValue.fromS("settings"));
    }
}
