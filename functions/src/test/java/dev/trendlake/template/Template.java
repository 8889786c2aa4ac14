package dev.trendlake.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code template.yaml} as JSON, in CloudFormation's long form: {@code !Ref X} is {@code {"Ref":
 * "X"}}.
 */
record Template(ObjectNode root) {
    static final Path FILE = Path.of("..", "template.yaml");

    private static final JsonMapper JSON = new JsonMapper();

    static Template read() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template parse(String yaml) {
        Object document = new Yaml(new CloudFormationTags()).load(yaml);
        return new Template(JSON.valueToTree(document));
    }

    JsonNode resource(String logicalName) {
        return root.path("Resources").path(logicalName);
    }

    JsonNode properties(String logicalName) {
        return resource(logicalName).path("Properties");
    }

    /** The resources of a type, by logical name, in the template's order. */
    Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> resource : root.path("Resources").properties()) {
            if (resource.getValue().path("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
            }
        }
        return found;
    }

    /** The functions' properties by logical name, with what {@code Globals} says for all. */
    Map<String, JsonNode> functions() {
        Map<String, JsonNode> functions = new LinkedHashMap<>();
        resources("AWS::Serverless::Function")
                .forEach((name, function) -> {
                    ObjectNode all = root.path("Globals").path("Function").deepCopy();
                    merge(all, function.path("Properties"));
                    functions.put(name, all);
                });
        return functions;
    }

    /** The functions of {@link #functions} that requests reach. */
    Map<String, JsonNode> doors() {
        Map<String, JsonNode> doors = functions();
        doors.values().removeIf(function -> !isDoor(function));
        return doors;
    }

    private static boolean isDoor(JsonNode function) {
        return function.path("Events")
                .valueStream()
                .anyMatch(event -> event.path("Type").asText().equals("HttpApi"));
    }

    // As SAM does: maps grow together, anything else takes the place of what was said for all.
    private static void merge(ObjectNode all, JsonNode own) {
        own.properties()
                .forEach(member -> {
                    JsonNode there = all.path(member.getKey());
                    if (there instanceof ObjectNode map && member.getValue().isObject()) {
                        merge(map, member.getValue());
                    } else {
                        all.set(member.getKey(), member.getValue());
                    }
                });
    }
}
