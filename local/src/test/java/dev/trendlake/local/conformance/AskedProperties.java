package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.ColumnProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which cases ask for a property that can have a column; a few that don't may be told too.
 */
final class AskedProperties {
    private final Path folder;

    /** Takes where the cases are. */
    AskedProperties(Path folder) {
        this.folder = folder;
    }

    /** Whether a request, a definition or a setting of the case names a property of its events. */
    boolean isAnyIn(ConformanceCase source) {
        List<String> texts = asked(source);
        return CaseColumns.properties(source).stream()
                .map(ColumnProperty::key)
                .anyMatch(key -> texts.stream().anyMatch(text -> names(text, key)));
    }

    // A name alone, one within JSON, or one within HogQL.
    private static boolean names(String text, String key) {
        return text.contains(key)
                && (text.equals(key)
                        || text.contains("\"%s\"".formatted(key))
                        || text.contains("properties"));
    }

    private List<String> asked(ConformanceCase source) {
        try {
            JsonNode json =
                    CaseJson.MAPPER.readTree(Files.readString(folder.resolve(source.file())));
            ((ObjectNode) json).remove(List.of("id", "source", "events", "persons"));
            json.path("requests")
                    .forEach(request -> ((ObjectNode) request).remove(List.of("name", "expect")));
            List<String> texts = new ArrayList<>();
            collect(json, texts);
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(source.file(), e);
        }
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.fieldNames().forEachRemaining(texts::add);
        node.forEach(part -> collect(part, texts));
    }
}
