package dev.trendlake.access;

import java.time.Instant;

/**
 * Says how much a member, or everyone, may do with something of a project (spec: HTTP, 6).
 *
 * @param subject of what and for whom: there is one rule at most for it
 * @param level how much
 * @param createdBy the number of the user who made the rule
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record AccessRule(
        Subject subject, AccessLevel level, long createdBy, Instant createdAt, Instant updatedAt) {
    /** Checks that the resource has the level. */
    public AccessRule {
        if (!subject.resource().levels().contains(level)) {
            throw new IllegalArgumentException(
                    "the level %s of %s".formatted(level, subject.resource()));
        }
    }

    /**
     * Of what a rule is, and for whom.
     *
     * @param resource the kind of thing
     * @param objectId which one; empty for all of its kind
     * @param member the UUID of a member; empty for everyone
     */
    public record Subject(AccessResource resource, String objectId, String member) {
        /** The same thing, for everyone. */
        public Subject forEveryone() {
            return new Subject(resource, objectId, "");
        }
    }
}
