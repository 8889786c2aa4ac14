package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the declared types of a project's properties stand in the table of projects. */
final class PropertyDefinitionsItem {
    private PropertyDefinitionsItem() {}

    static PropertyDefinitions read(Item item) {
        Map<Integer, Map<String, PropertyType>> ofGroups = new LinkedHashMap<>();
        item.value("group")
                .m()
                .forEach((index, types) -> ofGroups.put(Integer.valueOf(index), types(types)));
        return new PropertyDefinitions(
                types(item.value("event")), types(item.value("person")), ofGroups);
    }

    static Map<String, AttributeValue> attributes(long project, PropertyDefinitions definitions) {
        Map<String, AttributeValue> groups = new LinkedHashMap<>();
        definitions
                .ofGroups()
                .forEach((index, types) -> groups.put(Integer.toString(index), names(types)));
        Map<String, AttributeValue> item =
                new LinkedHashMap<>(ProjectItem.keyOf(project, ProjectItem.PROPERTY_DEFINITIONS));
        item.put("event", names(definitions.ofEvents()));
        item.put("person", names(definitions.ofPersons()));
        item.put("group", Values.map(groups));
        return item;
    }

    private static Map<String, PropertyType> types(AttributeValue names) {
        Map<String, PropertyType> types = new LinkedHashMap<>();
        names.m().forEach((key, name) -> types.put(key, type(name.s())));
        return types;
    }

    private static PropertyType type(String name) {
        return PropertyType.named(name)
                .orElseThrow(
                        () -> new IllegalStateException("a property of the type '" + name + "'"));
    }

    private static AttributeValue names(Map<String, PropertyType> types) {
        Map<String, AttributeValue> names = new LinkedHashMap<>();
        types.forEach((key, type) -> names.put(key, Values.text(type.wireName())));
        return Values.map(names);
    }
}
