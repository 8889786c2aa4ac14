package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.KeyHolder;
import dev.trendlake.access.Membership;
import dev.trendlake.access.RuledProject;
import dev.trendlake.access.Scope;
import dev.trendlake.access.User;
import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.Project;
import java.time.Instant;
import java.util.Optional;

/** Who asks: the key, and the user whose it is, as PostHog's clients read them. */
final class UserResponder implements RouteHandler<Route.OfUsers> {
    private final Authenticator authenticator;

    /** Takes what finds keys. */
    UserResponder(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public HttpResponse respond(Route.OfUsers route, Exchange exchange) {
        return switch (route) {
            case Route.OfUsers.Me() -> me(exchange);
            case Route.OfUsers.CurrentKey() -> currentKey(exchange);
        };
    }

    private HttpResponse me(Exchange exchange) {
        exchange.require("user", "GET");
        KeyHolder holder = authenticator.authenticate(exchange.request(), Scope.USER_READ);
        RuledProject current =
                authenticator
                        .currentProjectOf(holder.key())
                        .orElseThrow(() -> new NotFound("The key's user has no project."));
        return HttpResponse.json(200, user(holder.key().user(), current));
    }

    // The key of any scope may look at itself: clients ask what it is good for.
    private HttpResponse currentKey(Exchange exchange) {
        exchange.require("key", "GET");
        return HttpResponse.json(200, key(authenticator.authenticate(exchange.request())));
    }

    private static ObjectNode user(User user, RuledProject current) {
        Project project = current.project();
        ObjectNode body = JsonFormat.object();
        body.put("id", user.id());
        body.put("uuid", user.uuid());
        body.put("distinct_id", user.uuid());
        body.put("first_name", user.firstName());
        body.put("last_name", "");
        body.put("email", user.email());
        body.put("is_email_verified", true);
        body.put("is_staff", false);
        body.set("team", ProjectAnswer.brief(project));
        body.set("organization", organization(user, current));
        body.putArray("organizations").add(organizationOf(project));
        body.putArray("scene_personalisation");
        return body;
    }

    private static ObjectNode organization(User user, RuledProject current) {
        ObjectNode organization = organizationOf(current.project());
        Membership membership = user.membership();
        organization.put("membership_level", membership.level());
        ArrayNode teams = organization.putArray("teams");
        teams.add(ProjectAnswer.brief(current.project()));
        return organization;
    }

    private static ObjectNode organizationOf(Project project) {
        ObjectNode organization = JsonFormat.object();
        organization.put("id", project.organizationUuid());
        organization.put("name", project.organization());
        organization.put("slug", project.organizationUuid());
        return organization.putNull("logo_media_id");
    }

    private static ObjectNode key(KeyHolder holder) {
        ApiKey key = holder.key();
        ObjectNode body = JsonFormat.object();
        body.put("id", key.id());
        body.put("label", key.label());
        body.putNull("value");
        body.put("mask_value", holder.details().mask());
        putTime(body, "created_at", holder.details().createdAt());
        putTime(body, "last_used_at", holder.details().lastUsedAt());
        putTime(body, "last_rolled_at", Optional.empty());
        body.put("user_id", key.user().id());
        key.scopes().forEach(body.putArray("scopes")::add);
        key.projects().forEach(body.putArray("scoped_teams")::add);
        ArrayNode organizations = body.putArray("scoped_organizations");
        key.organizations().forEach(id -> organizations.add(Project.organizationUuid(id)));
        return body;
    }

    private static void putTime(ObjectNode body, String name, Optional<Instant> time) {
        body.put(name, time.map(Instant::toString).orElse(null));
    }
}
