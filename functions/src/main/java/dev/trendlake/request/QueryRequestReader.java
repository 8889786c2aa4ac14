package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Refresh;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a request to the query endpoint says beside its query (spec: HTTP, 3): {@code refresh}
 * from the query string, else from the body, {@code client_query_id} and the older {@code async}.
 */
public final class QueryRequestReader {
    private static final int LONGEST_ID = 200;
    private static final Map<String, Refresh> WORDS =
            Map.of(
                    "force_cache", Refresh.NEVER,
                    "blocking", Refresh.IF_STALE,
                    "force_blocking", Refresh.ALWAYS,
                    "async", Refresh.IN_BACKGROUND_IF_STALE,
                    "lazy_async", Refresh.IN_BACKGROUND_IF_VERY_STALE,
                    "async_except_on_cache_miss", Refresh.IN_BACKGROUND_UNLESS_MISSING,
                    "force_async", Refresh.IN_BACKGROUND);

    /** How good a kept answer has to be: {@code blocking} where the request doesn't say. */
    public Refresh refresh(RequestParameters parameters) {
        Field field = parameters.queryFirst("refresh");
        if (!field.isAbsent()) {
            return word(field);
        }
        Field background = new Field(parameters.body(), new Address("")).member("async");
        return background.truth() ? Refresh.IN_BACKGROUND_IF_STALE : Refresh.IF_STALE;
    }

    /**
     * How good a kept answer has to be for a saved insight, which is only looked up where the
     * request doesn't say (spec: HTTP, refresh).
     */
    public Refresh refreshOfInsight(RequestParameters parameters) {
        Field field = parameters.queryFirst("refresh");
        if (field.isAbsent() || field.value().isContainerNode()) {
            return Refresh.NEVER;
        }
        return truth(field)
                .map(isTrue -> isTrue ? Refresh.ALWAYS : Refresh.NEVER)
                .orElseGet(() -> WORDS.getOrDefault(field.value().asText(), Refresh.NEVER));
    }

    /** The id that the caller gives the query; empty when it gives none. */
    public Optional<String> queryId(RequestParameters parameters) {
        Field field = parameters.field("client_query_id");
        if (field.isBlank()) {
            return Optional.empty();
        }
        String id = field.text();
        if (id.length() > LONGEST_ID || id.contains("/")) {
            throw new InvalidRequest(
                    "client_query_id", "is a text of at most 200 characters without slashes");
        }
        return Optional.of(id);
    }

    private static Refresh word(Field field) {
        Optional<Boolean> truth = truth(field);
        if (truth.isPresent()) {
            return truth.get() ? Refresh.ALWAYS : Refresh.IF_STALE;
        }
        Refresh refresh = WORDS.get(field.value().asText());
        if (refresh == null) {
            throw QueryShape.refused(
                    field,
                    "Input should be a valid boolean, or 'async', 'async_except_on_cache_miss',"
                            + " 'blocking', 'force_async', 'force_blocking', 'force_cache' or"
                            + " 'lazy_async'");
        }
        return refresh;
    }

    // An empty text asks for a refresh, as a bare word in a query string does.
    private static Optional<Boolean> truth(Field field) {
        if (field.value().isContainerNode()) {
            return Optional.empty();
        }
        return switch (field.value().asText("?")) {
            case "true", "True", "1", "yes", "" -> Optional.of(true);
            case "false", "False", "0", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
