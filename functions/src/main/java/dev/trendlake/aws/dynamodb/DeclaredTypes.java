package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.PropertyType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Changes single types in the item {@code property_definitions}. Every request reads that item:
 * texts are left out of it, being what a property without a declared type is.
 */
final class DeclaredTypes {
    // What a map's entry takes besides its texts.
    private static final int ENTRY = 4;
    private static final String GROUPS = "group";

    private final DynamoDbClient client;
    private final String table;
    private final Map<String, AttributeValue> key;

    DeclaredTypes(DynamoDbClient client, String table, long project) {
        this.client = client;
        this.table = table;
        this.key = ProjectItem.keyOf(project, ProjectItem.PROPERTY_DEFINITIONS);
    }

    /** All types, as they are now. */
    PropertyDefinitions read() {
        return PropertyDefinitionsItem.read(
                new Item(
                        client.getItem(request ->
                                        request.tableName(table).key(key).consistentRead(true))
                                .item()));
    }

    /** How many bytes a type takes in the item. */
    static int bytesOf(String name, PropertyType type) {
        return name.getBytes(StandardCharsets.UTF_8).length + type.wireName().length() + ENTRY;
    }

    /** How many bytes the types take in the item. */
    static int bytesOf(PropertyDefinitions definitions) {
        return PropertyHolder.all().stream()
                .flatMap(holder -> definitions.of(holder).entrySet().stream())
                .mapToInt(type -> bytesOf(type.getKey(), type.getValue()))
                .sum();
    }

    /** Makes sure that the item has the maps that the changes below go into. */
    void makeRoom(PropertyHolder holder) {
        makeMap(List.of(mapOf(holder).getFirst()));
        if (mapOf(holder).size() > 1) {
            makeMap(mapOf(holder));
        }
    }

    private void makeMap(List<String> path) {
        Change change = new Change(path);
        client.updateItem(request ->
                request.tableName(table)
                        .key(key)
                        .updateExpression(
                                "SET %1$s = if_not_exists(%1$s, :empty)".formatted(change.map))
                        .expressionAttributeNames(change.names)
                        .expressionAttributeValues(Map.of(":empty", Values.map(Map.of()))));
    }

    /** Adds types; those that are declared already stay. */
    Update adding(PropertyHolder holder, Map<String, PropertyType> types) {
        Change change = new Change(mapOf(holder));
        List<String> assignments = new ArrayList<>();
        types.forEach((name, type) -> {
            String place = change.placeOf(name);
            assignments.add(
                    "%1$s = if_not_exists(%1$s, %2$s)".formatted(place, change.valueOf(type)));
        });
        return change.update("SET " + String.join(", ", assignments));
    }

    /** Puts a type in place of the declared one; a text, or null, takes it away. */
    Update replacing(PropertyHolder holder, String name, @Nullable PropertyType type) {
        Change change = new Change(mapOf(holder));
        String place = change.placeOf(name);
        return type == null || type == PropertyType.STRING
                ? change.update("REMOVE " + place)
                : change.update("SET " + place + " = " + change.valueOf(type));
    }

    private static List<String> mapOf(PropertyHolder holder) {
        return switch (holder) {
            case PropertyHolder.Events _, PropertyHolder.Persons _ -> List.of(holder.key());
            case PropertyHolder.Groups(int typeIndex) ->
                    List.of(GROUPS, Integer.toString(typeIndex));
        };
    }

    /** An update of the item that is being written. */
    private final class Change {
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, AttributeValue> values = new HashMap<>();
        private final String map;

        Change(List<String> path) {
            this.map = String.join(".", path.stream().map(this::named).toList());
        }

        String placeOf(String name) {
            return map + "." + named(name);
        }

        String valueOf(PropertyType type) {
            String placeholder = ":" + type.wireName();
            values.put(placeholder, Values.text(type.wireName()));
            return placeholder;
        }

        Update update(String expression) {
            Update.Builder update =
                    Update.builder()
                            .tableName(table)
                            .key(key)
                            .updateExpression(expression)
                            .expressionAttributeNames(names);
            return values.isEmpty()
                    ? update.build()
                    : update.expressionAttributeValues(values).build();
        }

        private String named(String name) {
            String placeholder = "#n" + names.size();
            names.put(placeholder, name);
            return placeholder;
        }
    }
}
