package dev.trendlake.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.warm.WarmRequest;
import dev.trendlake.warm.WarmRequest.Occasion;
import java.util.Set;
import java.util.TreeSet;

/** Reads the events of {@link WarmCacheFunction}. */
final class WarmEvent {
    private static final String WARM = "warm";
    private static final String DRY_RUN = "dry_run";
    private static final String PROJECT = "project";

    private WarmEvent() {}

    /**
     * What an event asks for; of what it doesn't say, everything: {@code recent}, all projects.
     *
     * @throws IllegalArgumentException when something in it can't be understood
     */
    static WarmRequest read(String text) {
        JsonNode event = parsed(text);
        Set<String> unknown = new TreeSet<>();
        event.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(WARM, DRY_RUN, PROJECT));
        if (!event.isObject() || !unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "an event is an object with warm, dry_run and project, and not " + text);
        }
        return new WarmRequest(
                occasion(event.path(WARM)),
                isDryRun(event.path(DRY_RUN)),
                projects(event.path(PROJECT)));
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonFormat.read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event is JSON, and not " + text, e);
        }
    }

    private static Occasion occasion(JsonNode word) {
        return switch (word.isMissingNode() ? "recent" : word.asText()) {
            case "recent" -> Occasion.RECENT;
            case "daily" -> Occasion.DAILY;
            default ->
                    throw new IllegalArgumentException(
                            "warm is 'recent' or 'daily', and not " + word);
        };
    }

    private static boolean isDryRun(JsonNode truth) {
        if (truth.isMissingNode()) {
            return false;
        }
        if (!truth.isBoolean()) {
            throw new IllegalArgumentException("dry_run is true or false, and not " + truth);
        }
        return truth.booleanValue();
    }

    private static Set<Long> projects(JsonNode id) {
        if (id.isMissingNode()) {
            return Set.of();
        }
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 1) {
            throw new IllegalArgumentException("project is the id of one, and not " + id);
        }
        return Set.of(id.longValue());
    }
}
