package dev.trendlake.access;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.NotAuthenticated;
import dev.trendlake.error.NotFound;
import dev.trendlake.error.PermissionDenied;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.project.Project;

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
     * The project that the request asks about, which its key may see.
     *
     * @param projectId the project's part of the path
     * @param scope what the route takes
     * @throws NotAuthenticated when there is no key, or not a good one
     * @throws PermissionDenied when the key is for something else
     * @throws NotFound when there is no such project
     */
    public Project authenticate(HttpRequest request, String projectId, Scope scope) {
        Credential credential = Credential.of(request).orElseThrow(NotAuthenticated::withoutKey);
        return switch (ProjectReference.of(projectId)) {
            case ProjectReference.Numbered(long id) -> admitted(credential, id, scope);
            case ProjectReference.Current() ->
                    admitted(credential, onlyProjectOf(credential), scope);
            case ProjectReference.Unknown() -> throw unknownProject(credential);
        };
    }

    private Project admitted(Credential credential, long projectId, Scope scope) {
        Admission admission = admissions.find(credential.hash(), projectId);
        ApiKey key = goodKey(admission, credential);
        checkProject(key, projectId);
        admission.project().ifPresent(project -> checkOrganization(key, project));
        checkScope(key, scope);
        return admission.project().orElseThrow(Authenticator::notFound);
    }

    private long onlyProjectOf(Credential credential) {
        ApiKey key = goodKey(admissions.find(credential.hash()), credential);
        if (key.projects().size() != 1) {
            throw new InvalidRequest(
                    "project_id",
                    "'@current' stands for the project of a key that is bound to exactly one; name"
                            + " the project by its id");
        }
        return key.projects().getFirst();
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
        if (!key.projects().isEmpty() && !key.projects().contains(projectId)) {
            throw new PermissionDenied(
                    "API key does not have access to the requested project: ID " + projectId + ".");
        }
    }

    private static void checkOrganization(ApiKey key, Project project) {
        if (!key.organizations().isEmpty()
                && !key.organizations().contains(project.organization())) {
            throw new PermissionDenied(
                    "API key does not have access to the requested organization: ID "
                            + project.organization()
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
