package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.PropertyDefinition;
import dev.trendlake.project.PropertyType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes what people say of a property, and the type that they give it. */
final class PropertyChange {
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final DynamoDbClient client;
    private final String table;
    private final long project;

    PropertyChange(DynamoDbClient client, String table, long project) {
        this.client = client;
        this.table = table;
        this.project = project;
    }

    void saveRemarks(PropertyDefinition changed) {
        Update update = update(changed, false);
        Refusals.told(() ->
                client.updateItem(request ->
                        request.tableName(table)
                                .key(update.key())
                                .updateExpression(update.updateExpression())
                                .expressionAttributeNames(update.expressionAttributeNames())
                                .expressionAttributeValues(update.expressionAttributeValues())));
    }

    /**
     * Writes both, the type in both places where it stands: what a load has learned in between is
     * then refused.
     */
    void save(PropertyDefinition changed) {
        DeclaredTypes declared = new DeclaredTypes(client, table, project);
        Update type =
                declared.replacing(changed.holder(), changed.name(), changed.type().orElse(null));
        List<TransactWriteItem> parts =
                List.of(
                        TransactWriteItem.builder().update(update(changed, true)).build(),
                        TransactWriteItem.builder().update(type).build());
        Refusals.told(() -> {
            declared.makeRoom(changed.holder());
            return write(parts);
        });
    }

    // A load that writes types of other properties is in the way for moments.
    private boolean write(List<TransactWriteItem> parts) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                client.transactWriteItems(request -> request.transactItems(parts));
                return true;
            } catch (TransactionCanceledException e) {
                if (attempt == MOST_ATTEMPTS - 1) {
                    throw Refusals.busy(e);
                }
                BatchRead.pauseFor(PAUSE.multipliedBy(1L << attempt));
            }
        }
        return false;
    }

    private Update update(PropertyDefinition changed, boolean withType) {
        Map<String, String> names = new HashMap<>();
        names.put("#name", NameItems.NAME);
        names.put("#remarks", NameItems.REMARKS);
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":name", Values.text(changed.name()));
        values.put(":remarks", Values.text(changed.remarks()));
        String expression = "SET #name = :name, #remarks = :remarks";
        if (withType) {
            names.put("#type", NameItems.TYPE);
            changed.type()
                    .map(PropertyType::wireName)
                    .ifPresent(type -> values.put(":type", Values.text(type)));
            expression += changed.type().isPresent() ? ", #type = :type" : " REMOVE #type";
        }
        return Update.builder()
                .tableName(table)
                .key(NameItems.keyOfProperty(project, changed.holder(), changed.id()))
                .updateExpression(expression)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
