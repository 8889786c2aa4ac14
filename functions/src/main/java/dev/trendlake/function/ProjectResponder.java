package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.AccessResource;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.KeyHolder;
import dev.trendlake.access.Permission;
import dev.trendlake.access.RuledProject;
import dev.trendlake.access.Scope;
import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.Page;
import dev.trendlake.project.Project;
import dev.trendlake.project.ProjectSettings;
import dev.trendlake.request.ProjectChangeReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Projects, which are environments, too: those that the caller may see, and their settings. */
final class ProjectResponder implements RouteHandler<Route.OfProjects> {
    private static final Permission TO_CHANGE =
            new Permission(Scope.PROJECT_WRITE, AccessResource.PROJECT, AccessLevel.ADMIN);

    private final Authenticator authenticator;
    private final ProjectChangeReader changes;
    private final ProjectSettings settings;

    /** Takes what finds projects, reads changes of them, and keeps these. */
    ProjectResponder(
            Authenticator authenticator, ProjectChangeReader changes, ProjectSettings settings) {
        this.authenticator = authenticator;
        this.changes = changes;
        this.settings = settings;
    }

    @Override
    public HttpResponse respond(Route.OfProjects route, Exchange exchange) {
        return switch (route) {
            case Route.OfProjects.Projects() -> list(exchange, "");
            case Route.OfProjects.ProjectsOfOrganization(String organization) ->
                    list(exchange, organization);
            case Route.OfProjects.OneProject(String projectId) -> one(projectId, exchange);
        };
    }

    private HttpResponse list(Exchange exchange, String organization) {
        exchange.require("projects", "GET");
        HttpRequest request = exchange.request();
        KeyHolder holder = authenticator.authenticateForAll(request, Scope.PROJECT_READ);
        List<Project> all =
                authenticator.projectsOf(holder.key()).stream().map(RuledProject::project).toList();
        List<Project> asked = organization.isEmpty() ? all : projectsOf(organization, all);
        return HttpResponse.json(200, Page.of(request).of(asked, ProjectAnswer::brief));
    }

    // The current organization is that of the current project.
    private static List<Project> projectsOf(String organization, List<Project> all) {
        String uuid =
                organization.equals("@current")
                        ? all.stream().findFirst().map(Project::organizationUuid).orElse("")
                        : organization;
        List<Project> found =
                all.stream().filter(project -> project.organizationUuid().equals(uuid)).toList();
        if (found.isEmpty()) {
            throw new NotFound("Organization not found.");
        }
        return found;
    }

    private HttpResponse one(String projectId, Exchange exchange) {
        exchange.require("project", "GET", "PATCH");
        return exchange.request().method().equals("GET")
                ? answer(
                        exchange.admitted(
                                authenticator, projectId, Permission.inProject(Scope.PROJECT_READ)))
                : changed(exchange.admitted(authenticator, projectId, TO_CHANGE), exchange);
    }

    private HttpResponse changed(Caller caller, Exchange exchange) {
        ObjectNode body = TrendExchange.parameters(exchange.request()).body();
        Project changed = changes.read(body, caller.project(), exchange.request().receivedAt());
        settings.save(changed, namesOf(body));
        return answer(
                new Caller(caller.hash(), caller.key(), changed, caller.rules(), caller.usage()));
    }

    private static Set<String> namesOf(ObjectNode body) {
        Set<String> names = new HashSet<>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static HttpResponse answer(Caller caller) {
        return HttpResponse.json(
                200, ProjectAnswer.whole(caller.project(), caller.user(), caller.levelOfProject()));
    }
}
