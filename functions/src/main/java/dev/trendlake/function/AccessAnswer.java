package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.AccessResource;
import dev.trendlake.access.AccessRule;
import dev.trendlake.http.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rules of access as PostHog does (spec: HTTP, 6). */
final class AccessAnswer {
    private AccessAnswer() {}

    /**
     * The rules of something.
     *
     * @param levels those that a rule may give
     * @param usual the level without a rule
     * @param own the caller's level
     * @param mayEdit whether the caller may change the rules
     */
    static ObjectNode of(
            List<AccessRule> rules,
            List<AccessLevel> levels,
            AccessLevel usual,
            AccessLevel own,
            boolean mayEdit) {
        ObjectNode body = JsonFormat.object();
        ArrayNode all = body.putArray("access_controls");
        rules.forEach(rule -> all.add(of(rule)));
        ArrayNode available = body.putArray("available_access_levels");
        levels.forEach(level -> available.add(level.wireName()));
        body.put("default_access_level", usual.wireName());
        body.put("user_access_level", own.wireName());
        return body.put("user_can_edit_access_levels", mayEdit);
    }

    /** A rule. */
    static ObjectNode of(AccessRule rule) {
        AccessRule.Subject subject = rule.subject();
        ObjectNode body = JsonFormat.object();
        body.put("access_level", rule.level().wireName());
        body.put("resource", subject.resource().wireName());
        body.put("resource_id", nullable(subject.objectId()));
        body.put("organization_member", nullable(subject.member()));
        body.putNull("role");
        body.put("created_by", rule.createdBy());
        body.put("created_at", rule.createdAt().toString());
        return body.put("updated_at", rule.updatedAt().toString());
    }

    /** The kinds of things that rules are made of as a whole. */
    static List<String> kinds() {
        return List.of(AccessResource.ACTION.wireName(), AccessResource.INSIGHT.wireName());
    }

    private static @Nullable String nullable(String text) {
        return text.isEmpty() ? null : text;
    }
}
