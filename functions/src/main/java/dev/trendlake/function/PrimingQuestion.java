package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.answer.TrendAnswer;
import dev.trendlake.cache.CacheKeys;
import dev.trendlake.cache.LakeNews;
import dev.trendlake.engine.Row;
import dev.trendlake.json.JsonTree;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.TrendQuery;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A question that nobody asked, taken from its words to its statement and from rows to its answer,
 * so that the classes of that path are loaded before a snapshot is taken. It runs nothing.
 */
final class PrimingQuestion {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private PrimingQuestion() {}

    static void answer() {
        Project project =
                new Project(
                        1,
                        "Priming",
                        "",
                        ZoneOffset.UTC,
                        DayOfWeek.SUNDAY,
                        "[]",
                        List.of(),
                        Project.NO_EVENT_YET,
                        0,
                        SideTables.none(),
                        PropertyDefinitions.none());
        TrendQuery query =
                new TrendFilterReader().read(parameters(), project, Definitions.none(), NOW);
        CacheKeys.of(query, project, new LakeNews.None());
        SqlRenderer.render(new TrendPlanner(LakeTables.usual()).plan(query, project).statement());
        Row row = new Row(List.of("1", "0", "Chrome", "{\"2026-01-01\":1}"));
        new TrendAnswer(query, project, NOW, false, "").of(List.of(row));
    }

    private static RequestParameters parameters() {
        ObjectNode body = JsonTree.object();
        body.putArray("events").addObject().put("id", "$pageview").put("math", "dau");
        body.put("breakdown", "$browser");
        ObjectNode filter = body.putArray("properties").addObject();
        filter.put("key", "$os").put("value", "Linux").put("operator", "icontains");
        return new RequestParameters(JsonTree.object(), body);
    }
}
