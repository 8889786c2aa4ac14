package dev.trendlake.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.EventFile;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SideTables;
import dev.trendlake.request.RequestJson;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.TrendQuery;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as a file has it: the {@code request}, and what its project defines: {@code actions}
 * and {@code cohorts} by number, {@code staticCohorts}, the {@code zone}, the first day of a week,
 * whether there are {@code tables} beside the events, the {@code columns} of properties, each with
 * the day from which on it is complete, and the files that are {@code leftOut}.
 */
record ReviewedQuestion(JsonNode file) {
    private static final TrendPlanner PLANNER = new TrendPlanner(LakeTables.usual());
    private static final Instant NOW = Instant.parse("2020-01-04T13:00:01Z");

    static ReviewedQuestion of(String json) {
        return new ReviewedQuestion(RequestJson.parse(json).orElseThrow());
    }

    /** The statement that answers it. */
    String sql() {
        ObjectNode request = (ObjectNode) file.path("request");
        RequestParameters parameters =
                new RequestParameters(JsonNodeFactory.instance.objectNode(), request);
        TrendQuery query = new TrendFilterReader().read(parameters, project(), new Defined(), NOW);
        return SqlRenderer.render(PLANNER.plan(query, project()).statement());
    }

    private Project project() {
        return plainProject().with(EventLayout.of(columns(), leftOut()));
    }

    private PropertyColumns columns() {
        List<PropertyColumn> columns = new ArrayList<>();
        file.path("columns")
                .properties()
                .forEach(column ->
                        columns.add(
                                new PropertyColumn(
                                        columns.size(),
                                        ColumnProperty.parse(column.getKey()),
                                        LocalDate.parse(column.getValue().asText()))));
        return new PropertyColumns(columns);
    }

    private List<EventFile> leftOut() {
        List<EventFile> files = new ArrayList<>();
        file.path("leftOut")
                .forEach(name -> files.add(EventFile.parse(name.asText()).orElseThrow()));
        return files;
    }

    private Project plainProject() {
        return new Project(
                7,
                "Test",
                "",
                ZoneId.of(file.path("zone").asText("UTC")),
                DayOfWeek.valueOf(file.path("weekStart").asText("SUNDAY")),
                "[]",
                List.of("organization", "company"),
                Project.NO_EVENT_YET,
                0,
                file.path("tables").asBoolean() ? new SideTables(3, 4, 5) : SideTables.none(),
                new PropertyDefinitions(
                        Map.of(
                                "price",
                                PropertyType.NUMERIC,
                                "paid",
                                PropertyType.BOOLEAN,
                                "due",
                                PropertyType.DATE_TIME),
                        Map.of(),
                        Map.of()));
    }

    private final class Defined implements Definitions {
        @Override
        public Optional<ActionDefinition> action(long id) {
            JsonNode steps = file.path("actions").path(Long.toString(id));
            return steps.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(new ActionDefinition(id, "action " + id, steps.toString()));
        }

        @Override
        public Optional<ActionDefinition> actionNamed(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<CohortDefinition> cohort(long id) {
            JsonNode filters = file.path("cohorts").path(Long.toString(id));
            if (!filters.isMissingNode()) {
                return Optional.of(
                        new CohortDefinition(id, "cohort " + id, false, filters.toString(), "[]"));
            }
            for (JsonNode member : file.path("staticCohorts")) {
                if (member.asLong() == id) {
                    return Optional.of(new CohortDefinition(id, "cohort " + id, true, "{}", "[]"));
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<CohortDefinition> cohortNamed(String name) {
            return Optional.empty();
        }
    }
}
