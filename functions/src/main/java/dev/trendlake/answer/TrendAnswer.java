package dev.trendlake.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.engine.Row;
import dev.trendlake.json.JsonTree;
import dev.trendlake.project.Project;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes PostHog's answer to a trends question (spec: trends, 9).
 *
 * @param query the question
 * @param project whose question it is
 * @param computedAt when the rows were computed
 * @param isCached whether that was for an earlier request
 * @param requestUrl the whole URL that was asked, to make the next page's of
 */
public record TrendAnswer(
        TrendQuery query,
        Project project,
        Instant computedAt,
        boolean isCached,
        String requestUrl) {

    /** The answer of {@code insights/trend}, made of the rows of the question's statement. */
    public ObjectNode of(List<Row> rows) {
        ArrayNode entries = entries(rows);
        ObjectNode answer = JsonTree.object();
        answer.set("result", entries);
        answer.put("timezone", project.zone().getId());
        answer.put("is_cached", isCached);
        answer.put("last_refresh", computedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        answer.putArray("timings");
        NextPage.of(requestUrl, entries.size())
                .ifPresentOrElse(url -> answer.put("next", url), () -> answer.putNull("next"));
        return answer;
    }

    /** The list of entries alone, in order. */
    public ArrayNode entries(List<Row> rows) {
        Map<Period, Buckets> buckets = new EnumMap<>(Period.class);
        Buckets.periods(query).forEach(period -> buckets.put(period, Buckets.of(period, query)));
        List<Entry> ofSeries =
                new SeriesEntries(query, buckets).of(rows, project.propertyDefinitions());
        List<Entry> entries =
                query.formulas().isEmpty()
                        ? ofSeries
                        : new FormulaEntries(query, buckets).of(ofSeries);
        return new EntryWriter(query, buckets).write(entries);
    }
}
