package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.DefinitionIds;
import dev.trendlake.project.EventDefinition;
import dev.trendlake.project.NamesLeftOut;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.SeenNames;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Learns the names of a project's events and properties, and the properties' types, in the table of
 * projects. Whatever comes later, the first type stays. Safe for several threads and processes;
 * what broke off is learned when it is seen again.
 */
public final class LearnedNames {
    private static final System.Logger LOGGER = System.getLogger(LearnedNames.class.getName());

    private final DynamoDbClient client;
    private final String table;
    private final long project;
    private final NameLimits limits;

    /** Takes the table's name and the project's number. */
    public LearnedNames(DynamoDbClient client, String table, long project, NameLimits limits) {
        this.client = client;
        this.table = table;
        this.project = project;
        this.limits = limits;
    }

    /** Keeps what is new, and says what could not be kept. */
    public NamesLeftOut learn(SeenNames seen) {
        boolean eventsLeftOut = learnEvents(seen.events());
        Set<PropertyHolder> full = new HashSet<>();
        int types = 0;
        for (Map.Entry<PropertyHolder, SeenNames.Properties> properties :
                seen.properties().entrySet()) {
            LearnedProperties learned =
                    new LearnedProperties(client, table, project, properties.getKey(), limits);
            types += learned.learn(properties.getValue());
            if (learned.isFull()) {
                full.add(properties.getKey());
            }
        }
        boolean pairsLeftOut = false;
        for (Map.Entry<String, Set<String>> event : seen.propertiesOfEvents().entrySet()) {
            pairsLeftOut |= learnPropertiesOf(event.getKey(), event.getValue());
        }
        return new NamesLeftOut(eventsLeftOut, full, pairsLeftOut, types);
    }

    private boolean learnEvents(Map<String, SeenNames.Times> seen) {
        Map<String, EventDefinition> known =
                new ProjectItems(client, table, project)
                        .startingWith(NameItems.EVENT)
                        .map(NameItems::event)
                        .collect(Collectors.toMap(EventDefinition::name, Function.identity()));
        int room = limits.names() - known.size();
        boolean leftOut = false;
        for (Map.Entry<String, SeenNames.Times> event : seen.entrySet()) {
            EventDefinition before = known.get(event.getKey());
            if (before != null) {
                widen(before, event.getValue());
            } else if (room-- > 0) {
                learnEvent(event.getKey(), event.getValue());
            } else {
                leftOut = true;
            }
        }
        return leftOut;
    }

    private boolean learnPropertiesOf(String event, Set<String> properties) {
        Map<String, AttributeValue> key =
                ProjectItem.keyOf(
                        project,
                        NameItems.PROPERTIES_OF_EVENT + DefinitionIds.ofEvent(project, event));
        Set<String> known =
                new Item(client.getItem(request -> request.tableName(table).key(key)).item())
                        .setOf(NameItems.NAMES);
        Set<String> missing = new TreeSet<>(properties);
        missing.removeAll(known);
        List<String> fitting =
                missing.stream()
                        .limit(Math.max(0, limits.propertiesOfEvent() - known.size()))
                        .toList();
        if (!fitting.isEmpty()) {
            client.updateItem(request ->
                    request.tableName(table)
                            .key(key)
                            .updateExpression("ADD #names :names")
                            .expressionAttributeNames(Map.of("#names", NameItems.NAMES))
                            .expressionAttributeValues(
                                    Map.of(":names", AttributeValue.fromSs(fitting))));
        }
        return fitting.size() < missing.size();
    }

    // What is known reaches as far, or further, for good: times of a name only ever move outwards.
    private void widen(EventDefinition known, SeenNames.Times times) {
        if (times.first().isBefore(known.firstSeen())) {
            move(known.name(), NameItems.FIRST_SEEN, ">", times.first());
        }
        if (times.last().isAfter(known.lastSeen())) {
            move(known.name(), NameItems.LAST_SEEN, "<", times.last());
        }
    }

    private void learnEvent(String name, SeenNames.Times times) {
        move(name, NameItems.FIRST_SEEN, ">", times.first());
        move(name, NameItems.LAST_SEEN, "<", times.last());
    }

    private void move(String event, String time, String side, Instant to) {
        UUID id = DefinitionIds.ofEvent(project, event);
        try {
            client.updateItem(request ->
                    request.tableName(table)
                            .key(NameItems.keyOfEvent(project, id))
                            .updateExpression("SET #name = :name, #time = :time")
                            .conditionExpression(
                                    "attribute_not_exists(#time) OR #time " + side + " :time")
                            .expressionAttributeNames(
                                    Map.of("#name", NameItems.NAME, "#time", time))
                            .expressionAttributeValues(
                                    Map.of(
                                            ":name", Values.text(event),
                                            ":time", Values.number(to.toEpochMilli()))));
        } catch (ConditionalCheckFailedException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "what is kept reaches as far, or further");
        }
    }
}
