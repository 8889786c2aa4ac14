package dev.trendlake.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.cache.QueryRecord;
import dev.trendlake.cache.QueryRecords;
import dev.trendlake.error.ApiException;
import dev.trendlake.http.ErrorBody;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.Project;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.TrendService;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers queries that are computed in the background, so that their callers find them again. */
final class BackgroundQueries {
    /** PostHog's. */
    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    private final QueryRecords records;
    private final TrendService trends;

    BackgroundQueries(QueryRecords records, TrendService trends) {
        this.records = records;
        this.trends = trends;
    }

    /**
     * Remembers a query.
     *
     * @param id names it
     * @param parameters what asked it
     * @param since when its computation was started
     */
    QueryRecord remember(
            String id,
            TrendQuery query,
            Project project,
            RequestParameters parameters,
            Instant since) {
        QueryRecord record =
                new QueryRecord(
                        id,
                        trends.keyOf(query, project),
                        JsonFormat.write(parameters.body()),
                        query.now(),
                        since,
                        query.now().plus(REMEMBERED),
                        QueryRecord.Failure.none());
        records.save(record);
        return record;
    }

    /** Remembers how a query has failed, so that asking again tells the same. */
    QueryRecord fail(QueryRecord query, ApiException error) {
        ErrorBody body = ErrorBody.of(error);
        QueryRecord failed =
                query.failed(
                        new QueryRecord.Failure(
                                body.status(), body.status() >= 500 ? "" : body.detail()));
        records.save(failed);
        return failed;
    }

    Optional<QueryRecord> find(Project project, String id, Instant now) {
        return records.find(project.id(), id, now);
    }

    void forget(Project project, String id) {
        records.remove(project.id(), id);
    }

    /** What asked a query. */
    static RequestParameters parametersOf(QueryRecord query) {
        try {
            JsonNode body = JsonFormat.read(query.request());
            return new RequestParameters(JsonFormat.object(), (ObjectNode) body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a query that was kept is no JSON", e);
        }
    }
}
