package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.access.Caller;
import dev.trendlake.access.User;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.project.Author;
import dev.trendlake.project.Details;
import dev.trendlake.project.SavedDefinition;
import dev.trendlake.request.RequestJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** What the answers about actions and about cohorts have in common. */
final class DefinitionAnswers {
    private DefinitionAnswers() {}

    /** The latest first; before them those of which nobody noted when they were made. */
    static <T extends SavedDefinition> Comparator<T> latestFirst() {
        return Comparator.<T, Instant>comparing(DefinitionAnswers::createdAt).reversed();
    }

    private static Instant createdAt(SavedDefinition definition) {
        Instant createdAt = definition.details().createdAt();
        return createdAt == null ? Instant.MAX : createdAt;
    }

    /** Who makes something with a request. */
    static Author author(Caller caller) {
        User user = caller.user();
        return new Author(user.id(), user.uuid(), user.firstName(), user.email());
    }

    /** The UUID of who made something; empty when nobody knows. */
    static String creator(Details details) {
        Author author = details.author();
        return author == null ? "" : author.uuid();
    }

    /** A JSON text of a definition. */
    static JsonNode parsed(String json) {
        return RequestJson.parse(json)
                .orElseThrow(() -> new QueryFailed("a definition holds no JSON"));
    }

    /** The answer of what has nothing to say. */
    static HttpResponse nothing() {
        return new HttpResponse(204, Map.of(), "");
    }
}
