package dev.trendlake.intake.compact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The left-out files in the item {@code settings} of the project, which each request reads anyway:
 * {@code files_coming} has texts like {@code 2026-11-27/1f.parquet}, {@code files_going} texts like
 * {@code 2026-11-28T09:00:00Z 2026-11-27/0a.parquet}.
 */
public final class DynamoLeftOutFiles implements LeftOutFiles {
    private static final String COMING = "files_coming";
    private static final String GOING = "files_going";

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Takes the projects' table. */
    public DynamoLeftOutFiles(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Set<String> coming(long project, LocalDate day) {
        Set<String> names = new HashSet<>();
        for (String file : entries(project, COMING)) {
            if (file.startsWith(day + "/")) {
                names.add(nameOf(file));
            }
        }
        return names;
    }

    @Override
    public Map<String, Instant> going(long project, LocalDate day) {
        Map<String, Instant> names = new HashMap<>();
        for (String entry : entries(project, GOING)) {
            int blank = entry.indexOf(' ');
            if (blank > 0 && entry.startsWith(day + "/", blank + 1)) {
                names.put(nameOf(entry), Instant.parse(entry.substring(0, blank)));
            }
        }
        return names;
    }

    @Override
    public Set<LocalDate> days(long project) {
        return Stream.concat(entries(project, COMING).stream(), entries(project, GOING).stream())
                .map(entry -> entry.substring(entry.indexOf(' ') + 1, entry.indexOf('/')))
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }

    @Override
    public int count(long project) {
        return entries(project, COMING).size() + entries(project, GOING).size();
    }

    @Override
    public void announce(long project, LocalDate day, Set<String> coming) {
        update(project, "ADD #coming :coming", Map.of(":coming", files(day, coming)), COMING);
    }

    @Override
    public boolean exchange(
            long project, LocalDate day, Set<String> came, Set<String> replaced, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>();
        StringBuilder condition = new StringBuilder("attribute_exists(#project)");
        for (String name : came) {
            String value = ":came" + values.size();
            condition.append(" AND contains(#coming, ").append(value).append(')');
            values.put(value, AttributeValue.fromS(day + "/" + name));
        }
        values.put(":came", files(day, came));
        values.put(
                ":replaced",
                AttributeValue.fromSs(
                        replaced.stream()
                                .map(name -> "%s %s/%s".formatted(now, day, name))
                                .toList()));
        try {
            update(
                    project,
                    "DELETE #coming :came ADD #going :replaced",
                    condition.toString(),
                    values,
                    COMING,
                    GOING);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public void forget(long project, LocalDate day, Set<String> names) {
        List<String> coming = entries(project, COMING).stream().filter(isOf(day, names)).toList();
        List<String> going = entries(project, GOING).stream().filter(isOf(day, names)).toList();
        if (!coming.isEmpty()) {
            Map<String, AttributeValue> gone = Map.of(":gone", AttributeValue.fromSs(coming));
            update(project, "DELETE #coming :gone", gone, COMING);
        }
        if (!going.isEmpty()) {
            Map<String, AttributeValue> gone = Map.of(":gone", AttributeValue.fromSs(going));
            update(project, "DELETE #going :gone", gone, GOING);
        }
    }

    private static Predicate<String> isOf(LocalDate day, Set<String> names) {
        return entry -> entry.contains(day + "/") && names.contains(nameOf(entry));
    }

    private List<String> entries(long project, String attribute) {
        AttributeValue files =
                dynamoDb.getItem(request ->
                                request.tableName(table)
                                        .key(settingsOf(project))
                                        .consistentRead(true))
                        .item()
                        .get(attribute);
        return files == null ? List.of() : files.ss();
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
            names.put(attribute.equals(COMING) ? "#coming" : "#going", attribute);
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
        return AttributeValue.fromSs(names.stream().map(name -> day + "/" + name).toList());
    }

    private static String nameOf(String entry) {
        return entry.substring(entry.indexOf('/') + 1);
    }

    private static Map<String, AttributeValue> settingsOf(long project) {
        return Map.of(
                "project", AttributeValue.fromS(Long.toString(project)),
                "item", AttributeValue.fromS("settings"));
    }
}
