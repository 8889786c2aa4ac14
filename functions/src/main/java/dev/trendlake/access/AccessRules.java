package dev.trendlake.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of access in a project. Admins of the organization have the highest level of
 * everything, and who made a thing has it of that thing; for others the most that any rule of the
 * thing gives them counts, else the most that any rule of its kind gives them, else the usual level
 * (spec: HTTP, 6).
 *
 * @param rules all of them
 */
public record AccessRules(List<AccessRule> rules) {
    /** Copies the list. */
    public AccessRules {
        rules = List.copyOf(rules);
    }

    /** No rule: everyone has the usual levels. */
    public static AccessRules none() {
        return new AccessRules(List.of());
    }

    /** A user's level of the project. */
    public AccessLevel levelOfProject(User user, long project) {
        return levelOf(user, AccessResource.PROJECT, Long.toString(project));
    }

    /** A user's level of all things of a kind, as far as no rule of a single one differs. */
    public AccessLevel levelOfKind(User user, AccessResource resource) {
        return user.membership().isAdmin()
                ? resource.highest()
                : ruled(user, resource, "").orElse(resource.usual());
    }

    /**
     * A user's level of a thing that somebody else made.
     *
     * @param objectId its number in the project
     */
    public AccessLevel levelOf(User user, AccessResource resource, String objectId) {
        if (user.membership().isAdmin()) {
            return resource.highest();
        }
        return ruled(user, resource, objectId).orElseGet(() -> levelOfKind(user, resource));
    }

    /** A user's level of a thing that was made by the user with a UUID. */
    public AccessLevel levelOf(
            User user, AccessResource resource, String objectId, String creatorUuid) {
        return user.uuid().equals(creatorUuid)
                ? resource.highest()
                : levelOf(user, resource, objectId);
    }

    /**
     * Whether a user may make rules of a thing: as an admin of the organization or the project, as
     * its maker, or by a rule that gives the highest level of it.
     *
     * @param objectId its number; empty for all of its kind
     * @param creatorUuid the UUID of who made it; empty when nobody knows
     */
    public boolean mayRule(
            User user, long project, AccessResource resource, String objectId, String creatorUuid) {
        return user.membership().isAdmin()
                || user.uuid().equals(creatorUuid)
                || namesAdminOfProject(user, project)
                || (!objectId.isEmpty()
                        && ruled(user, resource, objectId).equals(Optional.of(resource.highest())));
    }

    private boolean namesAdminOfProject(User user, long project) {
        return of(AccessResource.PROJECT, Long.toString(project))
                .anyMatch(rule ->
                        rule.subject().member().equals(user.uuid())
                                && rule.level() == AccessLevel.ADMIN);
    }

    /** The rules of a thing; of all things of a kind, for an empty number. */
    public Stream<AccessRule> of(AccessResource resource, String objectId) {
        return rules.stream()
                .filter(rule ->
                        rule.subject().resource() == resource
                                && rule.subject().objectId().equals(objectId));
    }

    private Optional<AccessLevel> ruled(User user, AccessResource resource, String objectId) {
        return of(resource, objectId)
                .filter(rule -> concerns(rule, user))
                .map(AccessRule::level)
                .max(Comparator.comparingInt(resource.levels()::indexOf));
    }

    private static boolean concerns(AccessRule rule, User user) {
        String member = rule.subject().member();
        return member.isEmpty() || member.equals(user.uuid());
    }
}
