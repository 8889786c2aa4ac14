package dev.trendlake.answer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.engine.Row;
import dev.trendlake.project.Project;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes PostHog's answer to a trends question (spec: trends, 9). */
public final class TrendAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    private TrendAnswer() {}

    /**
     * The answer.
     *
     * @param rows what the statement gave
     * @param computedAt when it was run
     * @param isCached whether that was for an earlier request
     * @param requestUrl the whole URL that was asked, to make the next page's of
     */
    public static ObjectNode of(
            TrendQuery query,
            Project project,
            List<Row> rows,
            Instant computedAt,
            boolean isCached,
            String requestUrl) {
        ArrayNode entries = new SeriesBuilder(query).entries(rows);
        ObjectNode answer = JSON.createObjectNode();
        answer.set("result", entries);
        answer.put("timezone", project.zone().getId());
        answer.put("is_cached", isCached);
        answer.put("last_refresh", computedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        answer.putArray("timings");
        Optional<String> next = NextPage.of(requestUrl, entries.size());
        next.ifPresentOrElse(url -> answer.put("next", url), () -> answer.putNull("next"));
        return answer;
    }
}
