package dev.trendlake.local.command;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.trendlake.local.command.ColumnsSavings.Saving;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers from the functions' log what questions read. The request that starts an execution says
 * which properties it takes out of documents, and the one that sees its end how many bytes it read:
 * most often it is the same one. Whatever else stands in the lines is passed over.
 */
final class ColumnsLog {
    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

    /** How {@code filter-log-events} writes a line, which is a JSON text in its answer. */
    private static final Pattern MESSAGE =
            Pattern.compile("^\\s*\"message\":\\s*(\"(?:[^\"\\\\]|\\\\.)*\"),?\\s*$");

    private final Map<String, Execution> executions = new LinkedHashMap<>();

    /** Takes a line of the log, whatever stands before its JSON. */
    void add(String line) {
        Matcher message = MESSAGE.matcher(line);
        try {
            if (message.matches()) {
                add(JSON.<JsonNode>readValue(message.group(1)).asText());
                return;
            }
            int start = line.indexOf('{');
            if (start >= 0) {
                addObjects(line.substring(start));
            }
        } catch (JsonProcessingException _) {
            // A line of something else, such as a stack trace.
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory", e);
        }
    }

    /** What it comes to, of all projects or of one. */
    ColumnsSavings savings(@Nullable Long project) {
        List<Execution> counted =
                executions.values().stream()
                        .filter(Execution::isComputed)
                        .filter(execution -> project == null || execution.project == project)
                        .toList();
        List<Saving> savings =
                new ArrayList<>(
                        counted.stream()
                                .flatMap(Execution::savings)
                                .collect(
                                        toMap(
                                                saving ->
                                                        List.of(
                                                                saving.project(),
                                                                saving.property()),
                                                Function.identity(),
                                                Saving::and))
                                .values());
        savings.sort(
                Comparator.comparingDouble(Saving::bytes)
                        .reversed()
                        .thenComparingLong(Saving::project)
                        .thenComparing(Saving::property));
        return new ColumnsSavings(
                counted.size(),
                counted.stream().mapToLong(execution -> execution.bytes).sum(),
                counted.stream().filter(execution -> !execution.properties.isEmpty()).count(),
                savings);
    }

    // With --output text, several lines come as one, with tabs between.
    private void addObjects(String text) throws IOException {
        try (MappingIterator<JsonNode> objects = JSON.readValues(text)) {
            while (objects.hasNextValue()) {
                addObject(objects.nextValue());
            }
        }
    }

    private void addObject(JsonNode object) {
        object.path("events").forEach(event -> add(event.path("message").asText("")));
        if (!object.path("execution_id").isTextual()
                || !object.path("project").isIntegralNumber()) {
            return;
        }
        Execution execution =
                executions.computeIfAbsent(
                        object.path("execution_id").asText(),
                        _ -> new Execution(object.path("project").asLong()));
        execution.bytes = Math.max(execution.bytes, object.path("bytes_scanned").asLong(-1));
        if (execution.properties.isEmpty()) {
            object.path("from_documents").forEach(name -> execution.properties.add(name.asText()));
        }
    }

    /** What the log says of one execution. */
    private static final class Execution {
        private final long project;
        private final List<String> properties = new ArrayList<>();
        private long bytes = -1;

        private Execution(long project) {
            this.project = project;
        }

        private Stream<Saving> savings() {
            double share = (double) bytes / properties.size();
            return properties.stream().map(property -> new Saving(project, property, 1, share));
        }

        private boolean isComputed() {
            return bytes >= 0;
        }
    }
}
