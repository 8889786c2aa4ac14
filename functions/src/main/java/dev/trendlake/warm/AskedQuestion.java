package dev.trendlake.warm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.cache.Digests;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.request.TrendsQueryReader;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.util.List;

/**
 * A question in the words that it was asked in, so that it can be read anew at another time. Who
 * asked it, and how fresh the answer had to be, are not in it.
 *
 * @param form which of the two wire forms it has
 * @param request JSON: of {@link Form#FILTER} an object with the query string ({@code query}) and
 *     the body ({@code body}), of {@link Form#QUERY} the query itself
 */
public record AskedQuestion(Form form, String request) {
    private static final List<String> NOT_ASKED =
            List.of(
                    "client_query_id",
                    "export_insight_id",
                    "export_name",
                    "format",
                    "offset",
                    "refresh",
                    "session_id",
                    "token");
    private static final String QUERY = "query";
    private static final String BODY = "body";

    /** A wire form of trends questions (spec: trends, 1). */
    public enum Form {
        /** That of {@code insights/trend}. */
        FILTER,
        /** A {@code TrendsQuery}, by itself or as the {@code source} of another. */
        QUERY
    }

    /**
     * A question in the filter form.
     *
     * @param parameters what was sent, without any key
     */
    public static AskedQuestion filter(RequestParameters parameters) {
        ObjectNode query = parameters.query();
        ObjectNode body = parameters.body();
        query.remove(NOT_ASKED);
        body.remove(NOT_ASKED);
        ObjectNode request = JsonFormat.object();
        request.set(QUERY, query);
        request.set(BODY, body);
        return new AskedQuestion(Form.FILTER, JsonFormat.write(request));
    }

    /** A question in the form of queries. */
    public static AskedQuestion query(JsonNode query) {
        return new AskedQuestion(Form.QUERY, JsonFormat.write(query));
    }

    /** Names it: the lower-case hex SHA-256 of its form and its words. */
    public String digest() {
        return Digests.of(form + " " + request);
    }

    /**
     * What it asks at a moment, read as the routes read it.
     *
     * @throws dev.trendlake.error.ApiException when it can't be understood any more
     */
    public TrendQuery read(Project project, Definitions definitions, Instant now) {
        JsonNode asked = parsed();
        return switch (form) {
            case FILTER ->
                    new TrendFilterReader()
                            .read(
                                    new RequestParameters(
                                            member(asked, QUERY), member(asked, BODY)),
                                    project,
                                    definitions,
                                    now);
            case QUERY -> new TrendsQueryReader().read(asked, project, definitions, now);
        };
    }

    private JsonNode parsed() {
        try {
            return JsonFormat.read(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question that was kept is no JSON", e);
        }
    }

    private static ObjectNode member(JsonNode asked, String name) {
        return asked.path(name) instanceof ObjectNode object ? object : JsonFormat.object();
    }
}
