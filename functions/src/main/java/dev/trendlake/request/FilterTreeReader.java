package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.request.FilterTree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code properties} in any of its forms: a list of properties or of groups, a group, an old
 * object {@code {"key__operator": value}}, or a JSON text of one (spec: trends, 1.1, 4.4).
 */
final class FilterTreeReader {
    private static final int MAX_DEPTH = 64;

    /** The filters of a field; an empty branch when there are none. */
    Branch read(Field field) {
        if (field.isBlank()) {
            return Branch.allOf(List.of());
        }
        Field properties = field.decoded();
        if (properties.isAbsent()) {
            return Branch.allOf(List.of());
        }
        if (properties.value().isArray()) {
            return Branch.allOf(children(properties, 1));
        }
        if (!properties.value().isObject()) {
            throw field.refused("Properties are unparsable!");
        }
        return isOldForm(properties.value()) ? oldForm(properties) : group(properties, 1);
    }

    private static boolean isOldForm(JsonNode object) {
        return !object.has("type") && !object.has("values");
    }

    private static Branch oldForm(Field properties) {
        List<Leaf> leaves = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : properties.value().properties()) {
            String[] words = entry.getKey().split("__", -1);
            ObjectNode property = JsonNodeFactory.instance.objectNode();
            property.put("key", words[0]);
            property.set("value", entry.getValue());
            if (words.length > 1) {
                property.put("operator", words[1]);
            }
            leaves.add(leaf(new Field(property, properties.address().member(entry.getKey()))));
        }
        return Branch.allOf(leaves);
    }

    private static Branch group(Field group, int depth) {
        if (depth > MAX_DEPTH) {
            throw group.refused("groups may be nested up to " + MAX_DEPTH + " deep");
        }
        Field type = group.member("type");
        String word = type.value().asText("").toUpperCase(Locale.ROOT);
        if (!word.equals("AND") && !word.equals("OR")) {
            throw type.refused("PropertyGroup is unparsable: type must be AND or OR");
        }
        Field values = group.member("values");
        if (!values.isAbsent() && !values.value().isArray()) {
            throw values.refused("PropertyGroup is unparsable: values must be a list");
        }
        return new Branch(word.equals("OR"), children(values, depth));
    }

    private static List<FilterTree> children(Field list, int depth) {
        List<FilterTree> children = new ArrayList<>();
        boolean groups = false;
        boolean properties = false;
        for (Field element : list.elements()) {
            if (!element.value().isObject()) {
                throw element.refused("must be a property, such as {\"key\": …, \"value\": …}");
            }
            boolean isGroup = isGroup(element.value());
            groups |= isGroup;
            properties |= element.value().has("key");
            children.add(isGroup ? group(element, depth + 1) : leaf(element));
        }
        if (groups && properties) {
            throw list.refused(
                    "Property list cannot contain both PropertyGroup and Property objects");
        }
        return children;
    }

    private static boolean isGroup(JsonNode object) {
        return object.has("values") && object.has("type") && !object.has("key");
    }

    private static Leaf leaf(Field field) {
        ObjectNode property = field.value().deepCopy();
        String type = property.path("type").asText("");
        if (!property.hasNonNull("type") || type.equals("events")) {
            property.put("type", "event");
        }
        if (!property.hasNonNull("value") && property.hasNonNull("values")) {
            property.set("value", property.path("values"));
        }
        property.remove("values");
        if (property.path("value") instanceof ArrayNode list) {
            property.set("value", withoutNulls(list));
        }
        return new Leaf(property, field.address());
    }

    private static ArrayNode withoutNulls(ArrayNode list) {
        ArrayNode cleaned = list.arrayNode();
        for (JsonNode element : list) {
            if (!element.isNull()) {
                cleaned.add(element);
            }
        }
        return cleaned;
    }
}
