package dev.trendlake.aws.dynamodb;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.DefinitionIds;
import dev.trendlake.project.EventDefinition;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinition;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.Taxonomy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The names of a project in the DynamoDB table of projects. The type of a property is the one that
 * questions go by: a learned type for which there was no room is none.
 */
public final class DynamoDbTaxonomy implements Taxonomy {
    // Loads stop at two thirds of it.
    private static final int MOST_TYPE_BYTES = 300_000;

    private final DynamoDbClient client;
    private final String table;
    private final Project project;

    /** Takes the table's name and the project, as the request found it. */
    public DynamoDbTaxonomy(DynamoDbClient client, String table, Project project) {
        this.client = client;
        this.table = table;
        this.project = project;
    }

    @Override
    public List<EventDefinition> events() {
        return startingWith(NameItems.EVENT).stream().map(NameItems::event).toList();
    }

    @Override
    public Optional<EventDefinition> event(UUID id) {
        return find(List.of(NameItems.keyOfEvent(project.id(), id))).stream()
                .map(NameItems::event)
                .findFirst();
    }

    @Override
    public List<PropertyDefinition> properties(PropertyHolder holder) {
        Set<String> named = new HashSet<>();
        List<PropertyDefinition> properties = new ArrayList<>();
        for (Item item : startingWith(NameItems.prefixOf(holder))) {
            PropertyDefinition kept = kept(holder, item);
            named.add(kept.name());
            properties.add(kept);
        }
        project.propertyDefinitions().of(holder).keySet().stream()
                .filter(name -> !named.contains(name))
                .map(name -> declared(holder, name))
                .forEach(properties::add);
        return properties;
    }

    @Override
    public Optional<PropertyDefinition> property(UUID id) {
        List<Map<String, AttributeValue>> keys =
                PropertyHolder.all().stream()
                        .map(holder -> NameItems.keyOfProperty(project.id(), holder, id))
                        .toList();
        return find(keys).stream()
                .map(item -> kept(NameItems.holder(item), item))
                .findFirst()
                .or(() -> declared(id));
    }

    @Override
    public Set<String> propertiesOf(Set<String> events) {
        List<Map<String, AttributeValue>> keys =
                events.stream()
                        .map(event -> DefinitionIds.ofEvent(project.id(), event))
                        .map(id ->
                                ProjectItem.keyOf(project.id(), NameItems.PROPERTIES_OF_EVENT + id))
                        .toList();
        Set<String> properties = new HashSet<>();
        find(keys).forEach(item -> properties.addAll(item.setOf(NameItems.NAMES)));
        return properties;
    }

    @Override
    public void save(PropertyDefinition before, PropertyDefinition changed) {
        PropertyChange change = new PropertyChange(client, table, project.id());
        if (before.type().equals(changed.type())) {
            change.saveRemarks(changed);
            return;
        }
        changed.type().ifPresent(type -> requireRoom(changed.name(), type));
        change.save(changed);
    }

    private void requireRoom(String name, PropertyType type) {
        int bytes = DeclaredTypes.bytesOf(project.propertyDefinitions());
        if (type != PropertyType.STRING
                && bytes + DeclaredTypes.bytesOf(name, type) > MOST_TYPE_BYTES) {
            throw new InvalidRequest(
                    "property_type",
                    "The project has types for as many properties as can be kept. Set those of"
                            + " others to String, which takes no room.");
        }
    }

    private PropertyDefinition kept(PropertyHolder holder, Item item) {
        PropertyDefinition kept = NameItems.property(holder, item);
        return kept.with(typeOf(kept), kept.remarks());
    }

    private @Nullable PropertyType typeOf(PropertyDefinition kept) {
        return project.propertyDefinitions()
                .declared(kept.holder(), kept.name())
                .or(() -> kept.type().filter(type -> type == PropertyType.STRING))
                .orElse(null);
    }

    // A type that somebody wrote into the project by hand, of a property that no load has seen.
    private PropertyDefinition declared(PropertyHolder holder, String name) {
        return new PropertyDefinition(
                DefinitionIds.ofProperty(project.id(), holder, name),
                holder,
                name,
                project.propertyDefinitions().of(holder).get(name),
                "{}");
    }

    private Optional<PropertyDefinition> declared(UUID id) {
        return PropertyHolder.all().stream()
                .flatMap(holder ->
                        project.propertyDefinitions().of(holder).keySet().stream()
                                .map(name -> declared(holder, name)))
                .filter(declared -> declared.id().equals(id))
                .findFirst();
    }

    private List<Item> startingWith(String prefix) {
        ProjectItems items = new ProjectItems(client, table, project.id());
        return Refusals.told(() -> items.startingWith(prefix).toList());
    }

    private List<Item> find(List<Map<String, AttributeValue>> keys) {
        return keys.isEmpty()
                ? List.of()
                : new BatchRead(client, Set.of(table))
                        .items(Map.of(table, keys))
                        .getOrDefault(table, List.of());
    }
}
