package dev.trendlake.answer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.engine.Row;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes PostHog's answer to a trends question (spec: trends, 9).
 *
 * @param query the question
 * @param zone the project's zone
 * @param computedAt when the rows were computed
 * @param isCached whether that was for an earlier request
 * @param requestUrl the whole URL that was asked, to make the next page's of
 */
public record TrendAnswer(
        TrendQuery query, ZoneId zone, Instant computedAt, boolean isCached, String requestUrl) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The answer, made of the rows of the question's statement. */
    public ObjectNode of(List<Row> rows) {
        ArrayNode entries = new SeriesBuilder(query).entries(rows);
        ObjectNode answer = JSON.createObjectNode();
        answer.set("result", entries);
        answer.put("timezone", zone.getId());
        answer.put("is_cached", isCached);
        answer.put("last_refresh", computedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        answer.putArray("timings");
        NextPage.of(requestUrl, entries.size())
                .ifPresentOrElse(url -> answer.put("next", url), () -> answer.putNull("next"));
        return answer;
    }
}
