package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.cache.QueryRecord;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.JsonFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes what has become of a query, as PostHog's {@code query_status} (spec: HTTP, query). */
final class QueryStatus {
    private QueryStatus() {}

    /** It is being computed: 202. */
    static HttpResponse running(QueryRecord query) {
        return HttpResponse.json(202, wrapped(statusOfRunning(query)));
    }

    /** It is done: 200. */
    static HttpResponse complete(QueryRecord query, JsonNode results) {
        ObjectNode status = status(query, true);
        status.set("results", results);
        status.put("end_time", second(Instant.parse(results.path("last_refresh").asText())));
        return HttpResponse.json(200, wrapped(status));
    }

    /** It has failed: 400 or 500, as its caller is to blame or we are. */
    static HttpResponse failed(QueryRecord query) {
        ObjectNode status = status(query, true);
        status.put("error", true);
        if (!query.failure().message().isEmpty()) {
            status.put("error_message", query.failure().message());
        }
        return HttpResponse.json(query.failure().status(), wrapped(status));
    }

    /** The status of one that is being computed. */
    static ObjectNode statusOfRunning(QueryRecord query) {
        return status(query, false);
    }

    private static ObjectNode wrapped(ObjectNode status) {
        ObjectNode body = JsonFormat.object();
        body.set("query_status", status);
        return body;
    }

    private static ObjectNode status(QueryRecord query, boolean isComplete) {
        ObjectNode status = JsonFormat.object();
        status.put("id", query.id());
        status.put("team_id", query.key().projectId());
        status.put("query_async", true);
        status.put("complete", isComplete);
        status.put("error", false);
        status.putNull("error_message");
        status.putNull("results");
        status.put("start_time", second(query.askedAt()));
        status.put("expiration_time", second(query.expiresAt()));
        status.putNull("end_time");
        status.putNull("pickup_time");
        status.put("task_id", query.id());
        status.putNull("insight_id");
        status.putNull("dashboard_id");
        status.putNull("query_progress");
        return status.putNull("labels");
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
