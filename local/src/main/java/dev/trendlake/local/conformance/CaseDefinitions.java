package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the declared types of properties. */
final class CaseDefinitions {
    private CaseDefinitions() {}

    static PropertyDefinitions read(CaseObject object) throws InvalidCase {
        Map<Integer, Map<String, PropertyType>> ofGroups = new HashMap<>();
        Optional<CaseObject> groups = object.object("group");
        if (groups.isPresent()) {
            for (int index = 0; index <= 4; index++) {
                Map<String, PropertyType> types = types(groups.get(), Integer.toString(index));
                if (!types.isEmpty()) {
                    ofGroups.put(index, types);
                }
            }
            groups.get().end();
        }
        PropertyDefinitions definitions =
                new PropertyDefinitions(types(object, "event"), types(object, "person"), ofGroups);
        object.end();
        return definitions;
    }

    private static Map<String, PropertyType> types(CaseObject object, String owner)
            throws InvalidCase {
        Optional<ObjectNode> declared = object.content(owner);
        Map<String, PropertyType> types = new HashMap<>();
        if (declared.isPresent()) {
            for (Map.Entry<String, JsonNode> property : declared.get().properties()) {
                String word = property.getValue().asText();
                types.put(
                        property.getKey(),
                        PropertyType.named(word)
                                .orElseThrow(() ->
                                        object.wrong(owner, "'%s' is no type".formatted(word))));
            }
        }
        return types;
    }
}
