package dev.trendlake.intake.compact;

import dev.trendlake.aws.dynamodb.LeftOutFilesItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The left-out files in the item {@code settings} of the project, which each request reads anyway,
 * in the form of {@link LeftOutFilesItem}.
 */
public final class DynamoLeftOutFiles implements LeftOutFiles {
    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Takes the projects' table. */
    public DynamoLeftOutFiles(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Set<String> coming(long project, LocalDate day) {
        return read(project).coming(day);
    }

    @Override
    public Map<String, Instant> going(long project, LocalDate day) {
        return read(project).going(day);
    }

    @Override
    public Set<LocalDate> days(long project) {
        LeftOutFilesItem files = read(project);
        return Stream.concat(files.coming().stream(), files.going().stream())
                .map(file -> file.day())
                .collect(Collectors.toSet());
    }

    @Override
    public int count(long project) {
        return read(project).count();
    }

    @Override
    public void announce(long project, LocalDate day, Set<String> coming) {
        update(
                project,
                "ADD #coming :coming",
                Map.of(":coming", files(day, coming)),
                LeftOutFilesItem.COMING);
    }

    @Override
    public boolean exchange(
            long project, LocalDate day, Set<String> came, Set<String> replaced, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>();
        StringBuilder condition = new StringBuilder("attribute_exists(#project)");
        for (String name : came) {
            String value = ":came" + values.size();
            condition.append(" AND contains(#coming, ").append(value).append(')');
            values.put(value, AttributeValue.fromS(LeftOutFilesItem.coming(day, name)));
        }
        values.put(":came", files(day, came));
        values.put(
                ":replaced",
                AttributeValue.fromSs(
                        replaced.stream()
                                .map(name -> LeftOutFilesItem.going(now, day, name))
                                .toList()));
        try {
            update(
                    project,
                    "DELETE #coming :came ADD #going :replaced",
                    condition.toString(),
                    values,
                    LeftOutFilesItem.COMING,
                    LeftOutFilesItem.GOING);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public void forget(long project, LocalDate day, Set<String> names) {
        LeftOutFilesItem files = read(project);
        List<String> coming = files.textsOfComing(day, names);
        List<String> going = files.textsOfGoing(day, names);
        if (!coming.isEmpty()) {
            Map<String, AttributeValue> gone = Map.of(":gone", AttributeValue.fromSs(coming));
            update(project, "DELETE #coming :gone", gone, LeftOutFilesItem.COMING);
        }
        if (!going.isEmpty()) {
            Map<String, AttributeValue> gone = Map.of(":gone", AttributeValue.fromSs(going));
            update(project, "DELETE #going :gone", gone, LeftOutFilesItem.GOING);
        }
    }

    private LeftOutFilesItem read(long project) {
        return LeftOutFilesItem.read(
                dynamoDb.getItem(request ->
                                request.tableName(table)
                                        .key(settingsOf(project))
                                        .consistentRead(true))
                        .item());
    }

    private void update(
            long project,
            String expression,
            Map<String, AttributeValue> values,
            String... attributes) {
        update(project, expression, "attribute_exists(#project)", values, attributes);
    }

    private void update(
            long project,
            String expression,
            String condition,
            Map<String, AttributeValue> values,
            String... attributes) {
        Map<String, String> names = new HashMap<>();
        names.put("#project", "project");
        for (String attribute : attributes) {
            names.put(attribute.equals(LeftOutFilesItem.COMING) ? "#coming" : "#going", attribute);
        }
        dynamoDb.updateItem(request ->
                request.tableName(table)
                        .key(settingsOf(project))
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
    }

    private static AttributeValue files(LocalDate day, Collection<String> names) {
        return AttributeValue.fromSs(
                names.stream().map(name -> LeftOutFilesItem.coming(day, name)).toList());
    }

    private static Map<String, AttributeValue> settingsOf(long project) {
        return Map.of(
                "project", AttributeValue.fromS(Long.toString(project)),
                "item", AttributeValue.fromS("settings"));
    }
}
