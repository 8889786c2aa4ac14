package dev.trendlake.access;

import java.util.Locale;
import java.util.Optional;

/** What a user is in the organization (spec: HTTP, 6). */
public enum Membership {
    MEMBER(1),
    ADMIN(8),
    OWNER(15);

    private final int level;

    Membership(int level) {
        this.level = level;
    }

    /** PostHog's number for it. */
    public int level() {
        return level;
    }

    /** Whether it opens everything in the organization. */
    public boolean isAdmin() {
        return this != MEMBER;
    }

    /** The word for it: {@code member}, {@code admin}, {@code owner}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The membership with a word; empty for an unknown one. */
    public static Optional<Membership> named(String word) {
        for (Membership membership : values()) {
            if (membership.wireName().equals(word)) {
                return Optional.of(membership);
            }
        }
        return Optional.empty();
    }
}
