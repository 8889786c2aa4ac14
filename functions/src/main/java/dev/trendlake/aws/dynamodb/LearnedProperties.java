package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.DefinitionIds;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SeenNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Learns the properties of one holder: the item of a name settles which type was first. */
final class LearnedProperties {
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DynamoDbClient client;
    private final String table;
    private final long project;
    private final PropertyHolder holder;
    private final NameLimits limits;
    private final Set<String> names = new HashSet<>();
    private final Map<String, PropertyType> types = new HashMap<>();
    private boolean full;

    LearnedProperties(
            DynamoDbClient client,
            String table,
            long project,
            PropertyHolder holder,
            NameLimits limits) {
        this.client = client;
        this.table = table;
        this.project = project;
        this.holder = holder;
        this.limits = limits;
    }

    /** Keeps what is new, and says how many types could not be kept. */
    int learn(SeenNames.Properties seen) {
        TypeDeclarations declarations = new TypeDeclarations(client, table, project, holder);
        for (int attempt = 1; true; attempt++) {
            try {
                readNames();
                keepNames(seen);
                return declarations.declare(types, limits.typeBytes());
            } catch (TransactionCanceledException e) {
                // A type was changed in between: what is true now is looked at again.
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                BatchRead.pauseFor(PAUSE.multipliedBy(attempt));
            }
        }
    }

    /** Whether names were left out, since the project has as many as are kept. */
    boolean isFull() {
        return full;
    }

    private void readNames() {
        names.clear();
        types.clear();
        new ProjectItems(client, table, project)
                .startingWith(NameItems.prefixOf(holder))
                .forEach(item -> note(item.text(NameItems.NAME), NameItems.type(item)));
    }

    private void note(String name, @Nullable PropertyType type) {
        names.add(name);
        if (type != null) {
            types.put(name, type);
        }
    }

    private void keepNames(SeenNames.Properties seen) {
        PropertyDefinitions declared = new DeclaredTypes(client, table, project).read();
        for (String name : new TreeSet<>(seen.names())) {
            PropertyType type = declared.declared(holder, name).orElse(seen.types().get(name));
            if (!names.contains(name) && names.size() >= limits.names()) {
                full = true;
            } else if (!names.contains(name) || (type != null && !types.containsKey(name))) {
                note(name, keep(name, type));
            }
        }
    }

    /** Keeps a name, and says which type it has from now on. */
    private @Nullable PropertyType keep(String name, @Nullable PropertyType type) {
        String assignments = "SET #name = :name";
        Map<String, String> placeholders = new HashMap<>(Map.of("#name", NameItems.NAME));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":name", Values.text(name)));
        if (type != null) {
            assignments += ", #type = if_not_exists(#type, :type)";
            placeholders.put("#type", NameItems.TYPE);
            values.put(":type", Values.text(type.wireName()));
        }
        String expression = assignments;
        Map<String, AttributeValue> key =
                NameItems.keyOfProperty(
                        project, holder, DefinitionIds.ofProperty(project, holder, name));
        return NameItems.type(
                new Item(
                        client.updateItem(request ->
                                        request.tableName(table)
                                                .key(key)
                                                .updateExpression(expression)
                                                .expressionAttributeNames(placeholders)
                                                .expressionAttributeValues(values)
                                                .returnValues(ReturnValue.ALL_NEW))
                                .attributes()));
    }
}
