package dev.trendlake.local.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.athena.TestLake;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.Project;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks the planner's statements of events that are written out, in place of the table: so they may
 * lie in any layout.
 */
record AskedEvents(EventLayout layout, List<WrittenEvent> events) {
    private static final TrendPlanner PLANNER = new TrendPlanner(LakeTables.usual());
    private static final Instant NOW = Instant.parse("2020-01-04T13:00:01Z");

    /** The rows of the answer, in order. */
    List<String> answer(String question) {
        return TestLake.shared().rows(withEvents(statement(question))).stream().sorted().toList();
    }

    /** The statement as it would be run on the table. */
    String statement(String question) {
        ObjectNode request = (ObjectNode) RequestJson.parse(question).orElseThrow();
        RequestParameters parameters =
                new RequestParameters(JsonNodeFactory.instance.objectNode(), request);
        TrendQuery query =
                new TrendFilterReader().read(parameters, project(), Definitions.none(), NOW);
        return SqlRenderer.render(PLANNER.plan(query, project()).statement());
    }

    private String withEvents(String statement) {
        return events.stream()
                .map(WrittenEvent::row)
                .collect(
                        Collectors.joining(
                                ",\n",
                                "WITH \"events\" (" + WrittenEvent.COLUMNS + ") AS (VALUES\n",
                                ")\n" + statement));
    }

    private Project project() {
        return new Project(
                        7,
                        "Test",
                        "",
                        ZoneId.of("UTC"),
                        DayOfWeek.SUNDAY,
                        "[]",
                        List.of(),
                        Instant.parse("2019-01-01T00:00:00Z"),
                        0,
                        SideTables.none(),
                        new PropertyDefinitions(
                                Map.of(
                                        "n", PropertyType.NUMERIC,
                                        "paid", PropertyType.BOOLEAN,
                                        "at", PropertyType.DATE_TIME),
                                Map.of(),
                                Map.of()))
                .with(layout);
    }
}
