package dev.trendlake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.json.JsonTree;
import dev.trendlake.project.SavedInsight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes insights as PostHog does: what is kept of them, and their results. */
public final class InsightBody {
    private static final int EVERYBODY_MAY_EDIT = 21;
    private static final int MAY_VIEW = 21;
    private static final int MAY_EDIT = 37;

    /** What the answer of a query tells of its results. */
    private static final List<String> OF_RESULTS =
            List.of(
                    "last_refresh",
                    "next_allowed_client_refresh",
                    "hasMore",
                    "timezone",
                    "is_cached",
                    "resolved_date_range");

    private InsightBody() {}

    /**
     * An insight without results.
     *
     * @param query the insight's query
     * @param accessLevel the caller's level of access
     * @param mayEdit whether that is enough to change it
     */
    public static ObjectNode of(
            SavedInsight insight, JsonNode query, String accessLevel, boolean mayEdit) {
        ObjectNode body = JsonTree.object();
        body.put("id", insight.id());
        body.put("short_id", insight.shortId());
        body.put("name", insight.name());
        body.put("derived_name", insight.derivedName().isEmpty() ? null : insight.derivedName());
        body.set("query", query);
        body.putObject("filters");
        body.putNull("order");
        body.put("deleted", insight.details().deleted());
        body.putArray("dashboards");
        body.putArray("dashboard_tiles");
        body.put("description", insight.details().description());
        DetailsBody.putTags(body, insight.details());
        body.put("favorited", insight.marks().favorited());
        body.put("saved", insight.marks().saved());
        DetailsBody.putCreation(body, insight.details());
        String changed = DetailsBody.time(insight.lastChange().at());
        body.put("updated_at", changed).put("last_modified_at", changed);
        DetailsBody.putAuthor(body, "last_modified_by", insight.lastChange().by());
        body.put("is_sample", false);
        body.put("effective_restriction_level", EVERYBODY_MAY_EDIT);
        body.put("effective_privilege_level", mayEdit ? MAY_EDIT : MAY_VIEW);
        body.put("user_access_level", accessLevel);
        return withoutResults(body);
    }

    /** The same with the answer of its query. */
    public static ObjectNode withResults(ObjectNode insight, ObjectNode answer) {
        insight.set("result", answer.path("results"));
        OF_RESULTS.stream()
                .filter(answer::has)
                .forEach(name -> insight.set(name, answer.path(name)));
        return insight;
    }

    /** The same with what has become of its query. */
    public static ObjectNode withStatus(ObjectNode insight, @Nullable ObjectNode queryStatus) {
        insight.set("query_status", queryStatus);
        return insight;
    }

    private static ObjectNode withoutResults(ObjectNode body) {
        body.putNull("result");
        body.put("hasMore", false);
        body.putNull("columns");
        body.putNull("last_refresh");
        body.putNull("cache_target_age");
        body.putNull("next_allowed_client_refresh");
        body.putNull("timezone");
        body.put("is_cached", false);
        body.putNull("query_status");
        body.putNull("resolved_date_range");
        body.putNull("hogql");
        return body.putNull("types");
    }
}
