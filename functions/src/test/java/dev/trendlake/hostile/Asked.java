package dev.trendlake.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.project.SideTables;
import dev.trendlake.request.RequestJson;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.request.TrendsQueryReader;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.TrendQuery;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as the readers take it, on the way to its statement. The project knows persons, groups
 * and lists of cohorts.
 *
 * @param kind what of it is hostile
 * @param json the hostile part
 */
record Asked(Place.Kind kind, JsonNode json) {
    private static final TrendPlanner PLANNER = new TrendPlanner(LakeTables.usual());
    private static final Instant NOW = Instant.parse("2020-01-04T13:00:01Z");

    /** The statement; empty when the question was refused. */
    Optional<String> statement() {
        try {
            TrendQuery query = query();
            return query.range().buckets().isEmpty() || matchesNothing(query)
                    ? Optional.empty()
                    : Optional.of(SqlRenderer.render(PLANNER.plan(query, project()).statement()));
        } catch (InvalidRequest | MalformedRequest refused) {
            return Optional.empty();
        }
    }

    // What needs no statement at all gets none: the path of a request sees to that.
    private static boolean matchesNothing(TrendQuery query) {
        return query.series().stream()
                .allMatch(series -> series.entity() instanceof Entity.MissingAction);
    }

    TrendQuery query() {
        if (kind == Place.Kind.QUERY) {
            return new TrendsQueryReader().read(json, project(), new Known(), NOW);
        }
        RequestParameters parameters =
                new RequestParameters(JsonNodeFactory.instance.objectNode(), body());
        return new TrendFilterReader().read(parameters, project(), new Known(), NOW);
    }

    private ObjectNode body() {
        return switch (kind) {
            case FILTER, QUERY -> (ObjectNode) json;
            case ACTION -> object("{'actions': [{'id': 9}]}");
            case COHORT ->
                    object(
                            "{'events': [{'id': 'e'}], 'properties': [{'key': 'id', 'type':"
                                    + " 'cohort', 'value': 9}]}");
            case TEST_ACCOUNTS -> object("{'events': [{'id': 'e'}], 'filter_test_accounts': true}");
        };
    }

    private Project project() {
        return new Project(
                7,
                "Test",
                "",
                ZoneId.of("UTC"),
                DayOfWeek.SUNDAY,
                kind == Place.Kind.TEST_ACCOUNTS ? json.toString() : "[]",
                List.of("organization", "company"),
                Instant.parse("2019-12-01T05:20:00Z"),
                0,
                new SideTables(1, 1, 1),
                new PropertyDefinitions(Map.of("price", PropertyType.NUMERIC), Map.of(), Map.of()));
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) RequestJson.parse(text.replace('\'', '"')).orElseThrow();
    }

    private final class Known implements Definitions {
        @Override
        public Optional<ActionDefinition> action(long id) {
            return id == 9 && kind == Place.Kind.ACTION
                    ? Optional.of(new ActionDefinition(9, "nine", json.toString()))
                    : Optional.empty();
        }

        @Override
        public Optional<ActionDefinition> actionNamed(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<CohortDefinition> cohort(long id) {
            return id == 9 && kind == Place.Kind.COHORT
                    ? Optional.of(new CohortDefinition(9, "nine", false, json.toString(), "[]"))
                    : Optional.empty();
        }

        @Override
        public Optional<CohortDefinition> cohortNamed(String name) {
            return Optional.of(new CohortDefinition(8, name, true, "{}", "[]"));
        }
    }
}
