package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.DefinitionIds;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.PropertyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Puts the types that were learned of a holder's properties where every request finds them, as long
 * as the items of their names still say so.
 */
final class TypeDeclarations {
    // A transaction has 100 parts; before that, an expression is full with its 4 KB.
    private static final int MOST_AT_ONCE = 50;

    private final DynamoDbClient client;
    private final String table;
    private final long project;
    private final PropertyHolder holder;
    private final DeclaredTypes declared;

    TypeDeclarations(DynamoDbClient client, String table, long project, PropertyHolder holder) {
        this.client = client;
        this.table = table;
        this.project = project;
        this.holder = holder;
        this.declared = new DeclaredTypes(client, table, project);
    }

    /**
     * Declares the types that aren't yet, but for texts, and says for how many there is no room.
     *
     * @throws software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException when a
     *     type was changed in between
     */
    int declare(Map<String, PropertyType> types, int mostBytes) {
        PropertyDefinitions before = declared.read();
        Map<String, PropertyType> missing = new TreeMap<>(types);
        missing.values().removeIf(type -> type == PropertyType.STRING);
        missing.keySet().removeAll(before.of(holder).keySet());
        Map<String, PropertyType> fitting =
                fitting(missing, mostBytes - DeclaredTypes.bytesOf(before));
        if (!fitting.isEmpty()) {
            declared.makeRoom(holder);
            write(fitting);
        }
        return missing.size() - fitting.size();
    }

    private static Map<String, PropertyType> fitting(Map<String, PropertyType> types, int bytes) {
        Map<String, PropertyType> fitting = new LinkedHashMap<>();
        int left = bytes;
        for (Map.Entry<String, PropertyType> type : types.entrySet()) {
            left -= DeclaredTypes.bytesOf(type.getKey(), type.getValue());
            if (left >= 0) {
                fitting.put(type.getKey(), type.getValue());
            }
        }
        return fitting;
    }

    private void write(Map<String, PropertyType> types) {
        Map<String, PropertyType> part = new LinkedHashMap<>();
        for (Map.Entry<String, PropertyType> type : types.entrySet()) {
            part.put(type.getKey(), type.getValue());
            if (part.size() == MOST_AT_ONCE) {
                writePart(part);
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            writePart(part);
        }
    }

    private void writePart(Map<String, PropertyType> types) {
        List<TransactWriteItem> parts = new ArrayList<>();
        types.forEach((name, type) ->
                parts.add(TransactWriteItem.builder().conditionCheck(still(name, type)).build()));
        Update update = declared.adding(holder, types);
        parts.add(TransactWriteItem.builder().update(update).build());
        client.transactWriteItems(request -> request.transactItems(parts));
    }

    private ConditionCheck still(String name, PropertyType type) {
        return ConditionCheck.builder()
                .tableName(table)
                .key(
                        NameItems.keyOfProperty(
                                project, holder, DefinitionIds.ofProperty(project, holder, name)))
                .conditionExpression("#type = :type")
                .expressionAttributeNames(Map.of("#type", NameItems.TYPE))
                .expressionAttributeValues(Map.of(":type", Values.text(type.wireName())))
                .build();
    }
}
