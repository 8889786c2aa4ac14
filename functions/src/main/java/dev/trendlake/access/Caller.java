package dev.trendlake.access;

import dev.trendlake.error.PermissionDenied;
import dev.trendlake.project.Project;

/**
 * Who asks, about which project: a key that was found good for both.
 *
 * @param hash names the key
 * @param key what is known of it
 * @param project what it asks about
 * @param rules who may do what in the project
 * @param usage what the key has asked for of late
 */
public record Caller(KeyHash hash, ApiKey key, Project project, AccessRules rules, Usage usage) {
    /** Whose key it is. */
    public User user() {
        return key.user();
    }

    /** The user's level of the project. */
    public AccessLevel levelOfProject() {
        return rules.levelOfProject(user(), project.id());
    }

    /**
     * The user's level of a thing in the project.
     *
     * @param creatorUuid the UUID of who made it; empty when nobody knows
     */
    public AccessLevel levelOf(AccessResource resource, long objectId, String creatorUuid) {
        return rules.levelOf(user(), resource, Long.toString(objectId), creatorUuid);
    }

    /**
     * Makes sure that the user has a level of a thing in the project.
     *
     * @throws PermissionDenied when not
     */
    public void require(
            AccessLevel level, AccessResource resource, long objectId, String creatorUuid) {
        if (!resource.allows(levelOf(resource, objectId, creatorUuid), level)) {
            throw tooLow(level);
        }
    }

    static PermissionDenied tooLow(AccessLevel level) {
        return new PermissionDenied(
                "You do not have %s access to this resource.".formatted(level.wireName()));
    }
}
