package dev.trendlake.bench.micro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.engine.Row;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.trend.TrendQuery;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A question of the size of a busy dashboard's tile: two series, 90 days, 25 browsers. */
final class SampleQuestion {
    static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    static final int VALUES = 25;
    static final int SERIES = 2;
    static final int DAYS = 90;

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
    private static final String BODY =
            """
            {"events": [{"id": "$pageview"}, {"id": "$pageview", "math": "dau"}],
             "date_from": "2026-01-01", "date_to": "2026-03-31", "interval": "day",
             "breakdown": "$browser", "breakdown_type": "event",
             "properties": {"type": "AND", "values": [{"type": "OR", "values": [
               {"key": "$os", "value": ["Linux", "Mac OS X"], "operator": "exact", "type": "event"},
               {"key": "plan", "value": "pro", "operator": "icontains", "type": "person"}]}]}}
            """;

    private SampleQuestion() {}

    static Project project() {
        return new Project(
                1,
                "Sample",
                "",
                ZoneId.of("Europe/Berlin"),
                DayOfWeek.MONDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }

    static RequestParameters parameters() {
        JsonMapper json = new JsonMapper();
        try {
            return new RequestParameters(
                    json.createObjectNode(), json.readValue(BODY, ObjectNode.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static TrendQuery query() {
        return new TrendFilterReader().read(parameters(), project(), Definitions.none(), NOW);
    }

    /** The rows of its answer as the engine gives them: one for each series and browser. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int series = 1; series <= SERIES; series++) {
            for (int value = 0; value < VALUES; value++) {
                String name = "Browser " + value;
                rows.add(
                        new Row(
                                List.of(
                                        Integer.toString(series),
                                        "0",
                                        name,
                                        points(series + value))));
            }
        }
        return rows;
    }

    private static String points(int seed) {
        ObjectNode points = new JsonMapper().createObjectNode();
        for (int day = 0; day < DAYS; day++) {
            points.put(FIRST_DAY.plusDays(day).toString(), (day * 7_919 + seed * 104_729) % 10_000);
        }
        return points.toString();
    }
}
