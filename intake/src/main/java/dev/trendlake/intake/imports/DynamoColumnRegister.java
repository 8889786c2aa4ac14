package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.ColumnRegister;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The columns in the projects' table: the attribute {@code columns} of the item {@code settings},
 * by the name of the column, with the {@code property} and the UTC day {@code from} which on every
 * file has it.
 */
public final class DynamoColumnRegister implements ColumnRegister {
    private static final String COLUMNS = "columns";

    /** An import may have begun before the registration, and take events of tomorrow. */
    private static final int DAYS_UNTIL_COMPLETE = 2;

    /** As a project without events has it. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final S3Client s3;
    private final String bucket;
    private final List<ColumnProperty> declared;
    private final InstantSource clock;

    /**
     * @param table the projects' table
     * @param bucket the data bucket, which tells whether a project has events
     * @param declared the properties that get columns in every project
     */
    public DynamoColumnRegister(
            DynamoDbClient dynamoDb,
            String table,
            S3Client s3,
            String bucket,
            List<ColumnProperty> declared,
            InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.s3 = s3;
        this.bucket = bucket;
        this.declared = List.copyOf(declared);
        this.clock = clock;
    }

    /**
     * Reads a list like {@code event:$browser,person:plan}; blank for none.
     *
     * @throws IllegalArgumentException when it is none, or has more properties than a project can
     *     have columns
     */
    public static List<ColumnProperty> parse(String list) {
        if (list.isBlank()) {
            return List.of();
        }
        List<ColumnProperty> properties = new ArrayList<>();
        for (String text : list.split(",", -1)) {
            properties.add(ColumnProperty.parse(text.strip()));
        }
        if (properties.size() > PropertyColumn.MOST) {
            throw new IllegalArgumentException(
                    "%d properties can't have columns, only %d"
                            .formatted(properties.size(), PropertyColumn.MOST));
        }
        return List.copyOf(properties);
    }

    @Override
    public PropertyColumns columns(long projectId) {
        while (true) {
            AttributeValue known = known(projectId);
            PropertyColumns present = columns(known);
            PropertyColumns all = completed(projectId, present);
            if (all.equals(present) || replace(projectId, known, all)) {
                return all;
            }
        }
    }

    private PropertyColumns completed(long projectId, PropertyColumns present) {
        List<ColumnProperty> missing =
                declared.stream().filter(property -> present.of(property).isEmpty()).toList();
        if (missing.isEmpty()) {
            return present;
        }
        LocalDate from = completeFrom(projectId);
        List<PropertyColumn> columns = new ArrayList<>(present.columns());
        Set<Integer> taken = new HashSet<>();
        present.columns().forEach(column -> taken.add(column.number()));
        int number = 0;
        for (ColumnProperty property : missing) {
            while (taken.contains(number)) {
                number++;
            }
            // A project that was given others may have no place left for all of them.
            if (number < PropertyColumn.MOST) {
                columns.add(new PropertyColumn(number++, property, from));
            }
        }
        return new PropertyColumns(columns);
    }

    private LocalDate completeFrom(long projectId) {
        String folder = "events/project_id=%d/".formatted(projectId);
        boolean hasEvents =
                s3.listObjectsV2(request -> request.bucket(bucket).prefix(folder).maxKeys(1))
                        .hasContents();
        return hasEvents
                ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_UNTIL_COMPLETE)
                : EVER;
    }

    private @Nullable AttributeValue known(long projectId) {
        return dynamoDb.getItem(request ->
                        request.tableName(table).key(settingsOf(projectId)).consistentRead(true))
                .item()
                .get(COLUMNS);
    }

    private static PropertyColumns columns(@Nullable AttributeValue attribute) {
        List<PropertyColumn> columns = new ArrayList<>();
        if (attribute != null) {
            attribute.m().forEach((name, column) -> columns.add(column(name, column.m())));
        }
        return new PropertyColumns(columns);
    }

    private static PropertyColumn column(String name, Map<String, AttributeValue> column) {
        return new PropertyColumn(
                Integer.parseInt(name.substring(name.indexOf('_') + 1)),
                ColumnProperty.parse(text(column, "property")),
                LocalDate.parse(text(column, "from")));
    }

    private static String text(Map<String, AttributeValue> column, String name) {
        AttributeValue value = column.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalStateException("a column without " + name);
        }
        return value.s();
    }

    /** Replaces the columns, unless another did in between. */
    private boolean replace(
            long projectId, @Nullable AttributeValue known, PropertyColumns columns) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":columns", attribute(columns));
        String unchanged = "attribute_not_exists(#columns)";
        if (known != null) {
            values.put(":known", known);
            unchanged = "#columns = :known";
        }
        String condition = "attribute_exists(#project) AND " + unchanged;
        try {
            dynamoDb.updateItem(request ->
                    request.tableName(table)
                            .key(settingsOf(projectId))
                            .updateExpression("SET #columns = :columns")
                            .conditionExpression(condition)
                            .expressionAttributeNames(
                                    Map.of("#columns", COLUMNS, "#project", "project"))
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static AttributeValue attribute(PropertyColumns columns) {
        Map<String, AttributeValue> attribute = new HashMap<>();
        for (PropertyColumn column : columns.columns()) {
            attribute.put(
                    column.name(),
                    AttributeValue.fromM(
                            Map.of(
                                    "property",
                                    AttributeValue.fromS(column.property().toString()),
                                    "from",
                                    AttributeValue.fromS(column.completeFrom().toString()))));
        }
        return AttributeValue.fromM(attribute);
    }

    private static Map<String, AttributeValue> settingsOf(long projectId) {
        return Map.of(
                "project", AttributeValue.fromS(Long.toString(projectId)),
                "item", AttributeValue.fromS("settings"));
    }
}
