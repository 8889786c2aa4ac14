package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import dev.trendlake.trend.TrendQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The conformance cases are requests as PostHog's own tests make them: all can be read. */
class ConformanceRequestsTest {
    private static final Path CASES = Path.of("..", "conformance");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void readsEveryTrendRequest() throws IOException {
        List<TrendQuery> read = new ArrayList<>();
        for (Path file : files()) {
            JsonNode conformanceCase = MAPPER.readTree(Files.readString(file));
            for (JsonNode request : conformanceCase.path("requests")) {
                if (request.path("path").asText().startsWith("insights/trend")
                        && request.path("expect").path("status").asInt() == 200) {
                    read.add(read(conformanceCase, request, file));
                }
            }
        }
        assertThat(read).hasSizeGreaterThanOrEqualTo(197);
    }

    private static TrendQuery read(JsonNode conformanceCase, JsonNode request, Path file) {
        try {
            return new TrendFilterReader()
                    .read(
                            new RequestParameters(
                                    object(request.path("query")), object(request.path("body"))),
                            project(conformanceCase.path("project")),
                            now(conformanceCase, request));
        } catch (RuntimeException unread) {
            throw new AssertionError(file + ": " + request.path("name"), unread);
        }
    }

    private static Instant now(JsonNode conformanceCase, JsonNode request) {
        String now = request.path("now").asText(conformanceCase.path("now").asText());
        return Instant.parse(now);
    }

    private static Project project(JsonNode settings) {
        return new Project(
                1,
                "Test",
                "",
                ZoneId.of(settings.path("timezone").asText("UTC")),
                settings.path("week_start_day").asInt() == 1 ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY,
                settings.path("test_account_filters").isMissingNode()
                        ? "[]"
                        : settings.path("test_account_filters").toString(),
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
