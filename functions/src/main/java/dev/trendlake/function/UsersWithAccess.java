package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.AccessResource;
import dev.trendlake.access.Caller;
import dev.trendlake.access.User;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.JsonFormat;
import java.util.List;

/** Writes who may do anything with a project, and why (spec: HTTP, 6). */
final class UsersWithAccess {
    private UsersWithAccess() {}

    static HttpResponse of(Caller caller, List<User> users) {
        ObjectNode body = JsonFormat.object();
        ArrayNode all = body.putArray("users");
        for (User user : users) {
            AccessLevel level = caller.rules().levelOfProject(user, caller.project().id());
            if (level != AccessLevel.NONE) {
                all.add(of(user, level, caller));
            }
        }
        return HttpResponse.json(200, body.put("total_count", all.size()));
    }

    private static ObjectNode of(User user, AccessLevel level, Caller caller) {
        ObjectNode body = JsonFormat.object();
        body.put("user_id", user.id());
        body.put("access_level", level.wireName());
        body.put("access_source", source(user, caller));
        body.put("organization_membership_id", user.uuid());
        return body.put("organization_membership_level", user.membership().level());
    }

    private static String source(User user, Caller caller) {
        if (user.membership().isAdmin()) {
            return "organization_admin";
        }
        boolean isNamed =
                caller.rules()
                        .of(AccessResource.PROJECT, Long.toString(caller.project().id()))
                        .anyMatch(rule -> rule.subject().member().equals(user.uuid()));
        return isNamed ? "explicit_member" : "default";
    }
}
