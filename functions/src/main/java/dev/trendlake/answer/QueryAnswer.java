package dev.trendlake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.json.JsonTree;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts the answer to a trends question into the form of the query endpoint (spec: trends, 9). */
public final class QueryAnswer {
    private static final String OTHER = "$$_posthog_breakdown_other_$$";
    private static final List<String> COMMON =
            List.of("timezone", "is_cached", "last_refresh", "timings");
    private static final Duration SHORT_RANGE = Duration.ofDays(7);

    private QueryAnswer() {}

    /** The same entries with what this endpoint tells of them. */
    public static ObjectNode of(JsonNode answer, TrendQuery query) {
        ObjectNode body = JsonTree.object();
        body.set("results", answer.path("result"));
        COMMON.stream().filter(answer::has).forEach(name -> body.set(name, answer.path(name)));
        if (answer.has("last_refresh")) {
            Instant computed = Instant.parse(answer.path("last_refresh").asText());
            Instant allowed = computed.plus(pauseBetweenRefreshes(query));
            body.put("next_allowed_client_refresh", allowed.toString());
        }
        body.put("hasMore", hasMore(answer.path("result")));
        ObjectNode range = body.putObject("resolved_date_range");
        range.put("date_from", WireNames.instant(query.range().from()));
        range.put("date_to", WireNames.instant(query.range().to()));
        body.putNull("query_status");
        return body.putNull("error");
    }

    // Values of the breakdown are left over where some of them had to share an entry.
    private static boolean hasMore(JsonNode entries) {
        for (JsonNode entry : entries) {
            JsonNode value = entry.path("breakdown_value");
            JsonNode first = value.isArray() ? value.path(0) : value;
            if (first.asText().equals(OTHER)) {
                return true;
            }
        }
        return false;
    }

    // Spec: HTTP, 3. A clock of its own: kept answers grow stale later.
    private static Duration pauseBetweenRefreshes(TrendQuery query) {
        return switch (query.interval()) {
            case MINUTE -> Duration.ofMinutes(1);
            case HOUR -> Duration.ofMinutes(3);
            case DAY, WEEK, MONTH -> Duration.ofMinutes(isShort(query.range()) ? 3 : 15);
        };
    }

    private static boolean isShort(TimeRange range) {
        return Duration.between(range.from(), range.to()).compareTo(SHORT_RANGE) <= 0;
    }
}
