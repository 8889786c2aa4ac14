package dev.trendlake.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.User;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.Project;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.UUID;

/** Writes projects as PostHog does (spec: HTTP, 5). */
final class ProjectAnswer {
    private ProjectAnswer() {}

    /** As a list shows it. */
    static ObjectNode brief(Project project) {
        ObjectNode body = JsonFormat.object();
        body.put("id", project.id());
        body.put("uuid", uuidOf("project " + project.id()));
        body.put("organization", project.organizationUuid());
        body.put("project_id", project.id());
        body.put("api_token", project.token());
        body.put("name", project.name());
        body.put("completed_snippet_onboarding", hasEvents(project));
        body.putObject("has_completed_onboarding_for");
        body.put("ingested_event", hasEvents(project));
        body.put("is_demo", false);
        body.put("timezone", project.zone().getId());
        return body.put("access_control", false);
    }

    /** By itself. */
    static ObjectNode whole(Project project, User user, AccessLevel level) {
        ObjectNode body = brief(project);
        body.set("test_account_filters", testAccountFilters(project));
        body.put("week_start_day", project.weekStart() == DayOfWeek.MONDAY ? 1 : 0);
        body.set("group_types", groupTypes(project));
        body.put("has_group_types", !project.groupTypes().isEmpty());
        body.put("effective_membership_level", user.membership().level());
        body.put("user_access_level", level.wireName());
        return body;
    }

    private static boolean hasEvents(Project project) {
        return !project.earliestEvent().equals(Project.NO_EVENT_YET);
    }

    private static ArrayNode groupTypes(Project project) {
        ArrayNode types = JsonFormat.object().putArray("group_types");
        for (int index = 0; index < project.groupTypes().size(); index++) {
            types.addObject()
                    .put("group_type", project.groupTypes().get(index))
                    .put("group_type_index", index)
                    .putNull("name_singular")
                    .putNull("name_plural");
        }
        return types;
    }

    private static JsonNode testAccountFilters(Project project) {
        try {
            return JsonFormat.read(project.testAccountFilters());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the test-account filters are no JSON", e);
        }
    }

    private static String uuidOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
