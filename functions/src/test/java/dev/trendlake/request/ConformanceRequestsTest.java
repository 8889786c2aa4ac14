package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.ApiException;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
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
        assertThat(read("insights/trend")).hasSizeGreaterThanOrEqualTo(197);
    }

    @Test
    void readsEveryQuery() throws IOException {
        assertThat(read("query")).hasSizeGreaterThanOrEqualTo(207);
    }

    @Test
    void refusesEveryQueryThatPostHogRefuses() throws IOException {
        for (Path file : files()) {
            JsonNode conformanceCase = MAPPER.readTree(Files.readString(file));
            for (JsonNode request : conformanceCase.path("requests")) {
                if (request.path("path").asText().equals("query")
                        && request.path("expect").path("status").asInt() == 400) {
                    assertThatThrownBy(() -> readOne(conformanceCase, request))
                            .as(file.toString())
                            .isInstanceOf(ApiException.class);
                }
            }
        }
    }

    private static List<TrendQuery> read(String path) throws IOException {
        List<TrendQuery> read = new ArrayList<>();
        for (Path file : files()) {
            JsonNode conformanceCase = MAPPER.readTree(Files.readString(file));
            for (JsonNode request : conformanceCase.path("requests")) {
                if (request.path("path").asText().startsWith(path)
                        && request.path("expect").path("status").asInt() == 200) {
                    read.add(read(conformanceCase, request, file));
                }
            }
        }
        return read;
    }

    private static TrendQuery read(JsonNode conformanceCase, JsonNode request, Path file) {
        try {
            return readOne(conformanceCase, request);
        } catch (RuntimeException unread) {
            throw new AssertionError(file + ": " + request.path("name"), unread);
        }
    }

    private static TrendQuery readOne(JsonNode conformanceCase, JsonNode request) {
        RequestParameters parameters =
                new RequestParameters(object(request.path("query")), object(request.path("body")));
        Project project = project(conformanceCase.path("project"));
        Definitions definitions = definitions(conformanceCase);
        Instant now = now(conformanceCase, request);
        return request.path("path").asText().equals("query")
                ? new TrendsQueryReader().read(parameters, project, definitions, now)
                : new TrendFilterReader().read(parameters, project, definitions, now);
    }

    private static Definitions definitions(JsonNode conformanceCase) {
        SampleDefinitions definitions = new SampleDefinitions();
        for (JsonNode action : conformanceCase.path("actions")) {
            definitions.action(action.path("id").asLong(), action.path("steps").toString());
        }
        for (JsonNode cohort : conformanceCase.path("cohorts")) {
            definitions.add(
                    new CohortDefinition(
                            cohort.path("id").asLong(),
                            cohort.path("name").asText(""),
                            cohort.path("is_static").asBoolean(),
                            object(cohort.path("filters")).toString(),
                            "[]"));
        }
        return definitions;
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
