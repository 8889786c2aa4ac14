package dev.trendlake.access;

import dev.trendlake.error.NotAuthenticated;
import dev.trendlake.error.NotFound;
import dev.trendlake.error.PermissionDenied;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.project.Project;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a request may ask about a project (spec: HTTP, 1). The order of the checks is
 * PostHog's, and makes sure that a key that is bound to some projects, or lacks the scope, can't
 * find out which others there are.
 */
public final class Authenticator {
    private final Admissions admissions;

    /** Takes where keys and projects are found. */
    public Authenticator(Admissions admissions) {
        this.admissions = admissions;
    }

    /**
     * Who asks about a project that the key may see.
     *
     * @param projectId the project's part of the path
     * @param permission what the route takes
     * @throws NotAuthenticated when there is no key, or not a good one
     * @throws PermissionDenied when the key is for something else, or its user may not
     * @throws NotFound when there is no such project
     */
    public Caller authenticate(HttpRequest request, String projectId, Permission permission) {
        Credential credential = credential(request);
        return switch (ProjectReference.of(projectId)) {
            case ProjectReference.Numbered(long id) ->
                    admitted(request, credential, id, permission);
            case ProjectReference.Current() ->
                    admitted(request, credential, currentProject(credential), permission);
            case ProjectReference.Unknown() -> throw unknownProject(credential);
        };
    }

    /**
     * Who asks about itself, which every good key may, whatever it is bound to (spec: HTTP, 1).
     *
     * @throws NotAuthenticated when there is no key, or not a good one
     */
    public KeyHolder authenticate(HttpRequest request) {
        Credential credential = credential(request);
        Admission admission = admissions.find(credential.hash());
        return new KeyHolder(goodKey(admission, credential), admission.details());
    }

    /**
     * Who asks about itself by a route that takes a scope.
     *
     * @throws NotAuthenticated when there is no key, or not a good one
     * @throws PermissionDenied when the key lacks the scope
     */
    public KeyHolder authenticate(HttpRequest request, Scope scope) {
        KeyHolder holder = authenticate(request);
        checkScope(holder.key(), scope);
        return holder;
    }

    /**
     * Who asks for all projects that there are, which a key can't that is bound to some.
     *
     * @throws NotAuthenticated when there is no key, or not a good one
     * @throws PermissionDenied when the key is bound to projects, or lacks the scope
     */
    public KeyHolder authenticateForAll(HttpRequest request, Scope scope) {
        KeyHolder holder = authenticate(request);
        if (!holder.key().projects().isEmpty()) {
            throw new PermissionDenied(
                    "API keys with scoped projects are only supported on project-based endpoints.");
        }
        checkScope(holder.key(), scope);
        return holder;
    }

    /** The projects that a key's user may see, by their numbers. */
    public List<RuledProject> projectsOf(ApiKey key) {
        return admissions.projects().stream()
                .filter(found -> maySee(key, found.project()))
                .filter(found -> isOpen(found.rules(), key, found.project()))
                .toList();
    }

    /**
     * The project that {@code @current} stands for: the first that the key is bound to, else the
     * first that its user may see; empty when there is none.
     */
    public Optional<RuledProject> currentProjectOf(ApiKey key) {
        return key.projects().isEmpty()
                ? projectsOf(key).stream().findFirst()
                : projectsOf(key).stream()
                        .min(
                                Comparator.comparingInt(
                                        found -> key.projects().indexOf(found.project().id())));
    }

    private static Credential credential(HttpRequest request) {
        return Credential.of(request).orElseThrow(NotAuthenticated::withoutKey);
    }

    private Caller admitted(
            HttpRequest request, Credential credential, long projectId, Permission permission) {
        Admission admission = admissions.find(credential.hash(), projectId, request.receivedAt());
        ApiKey key = goodKey(admission, credential);
        checkProject(key, projectId);
        admission.project().ifPresent(found -> checkOrganization(key, found.project()));
        checkScope(key, permission.scope());
        RuledProject found = admission.project().orElseThrow(Authenticator::notFound);
        checkLevel(key, found, permission);
        return new Caller(
                credential.hash(), key, found.project(), found.rules(), admission.usage());
    }

    private static boolean maySee(ApiKey key, Project project) {
        return !key.isBoundToOthersThan(project.id())
                && (key.organizations().isEmpty()
                        || key.organizations().contains(project.organization()));
    }

    private static boolean isOpen(AccessRules rules, ApiKey key, Project project) {
        return rules.levelOfProject(key.user(), project.id()) != AccessLevel.NONE;
    }

    private static void checkLevel(ApiKey key, RuledProject found, Permission permission) {
        if (!isOpen(found.rules(), key, found.project())) {
            throw new PermissionDenied("You don't have access to the project.");
        }
        AccessResource resource = permission.resource();
        AccessLevel level =
                resource == AccessResource.PROJECT
                        ? found.rules().levelOfProject(key.user(), found.project().id())
                        : found.rules().levelOfKind(key.user(), resource);
        if (!resource.allows(level, permission.level())) {
            throw Caller.tooLow(permission.level());
        }
    }

    // A key that is bound to projects has its first one: whether it exists is found out later.
    private long currentProject(Credential credential) {
        ApiKey key = goodKey(admissions.find(credential.hash()), credential);
        if (!key.projects().isEmpty()) {
            return key.projects().getFirst();
        }
        return projectsOf(key).stream()
                .findFirst()
                .orElseThrow(Authenticator::notFound)
                .project()
                .id();
    }

    private NotFound unknownProject(Credential credential) {
        goodKey(admissions.find(credential.hash()), credential);
        return notFound();
    }

    private static ApiKey goodKey(Admission admission, Credential credential) {
        return admission
                .key()
                .filter(ApiKey::active)
                .orElseThrow(() -> NotAuthenticated.withInvalidKey(credential.place()));
    }

    private static void checkProject(ApiKey key, long projectId) {
        if (key.isBoundToOthersThan(projectId)) {
            throw new PermissionDenied(
                    "API key does not have access to the requested project: ID " + projectId + ".");
        }
    }

    private static void checkOrganization(ApiKey key, Project project) {
        if (!key.organizations().isEmpty()
                && !key.organizations().contains(project.organization())) {
            throw new PermissionDenied(
                    "API key does not have access to the requested organization: ID "
                            + project.organizationUuid()
                            + ".");
        }
    }

    private static void checkScope(ApiKey key, Scope scope) {
        if (key.scopes().stream().noneMatch(scope::isMetBy)) {
            throw new PermissionDenied("API key missing required scope '" + scope.wireName() + "'");
        }
    }

    private static NotFound notFound() {
        return new NotFound("Project not found.");
    }
}
