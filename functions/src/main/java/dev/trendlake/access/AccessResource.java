package dev.trendlake.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What access is ruled of: a project, or a kind of thing in it (spec: HTTP, 6). The levels of each
 * are listed from the lowest to the highest.
 */
public enum AccessResource {
    PROJECT(AccessLevel.NONE, AccessLevel.ADMIN),
    ACTION(AccessLevel.VIEWER, AccessLevel.EDITOR),
    INSIGHT(AccessLevel.NONE, AccessLevel.EDITOR);

    private final AccessLevel minimum;
    private final AccessLevel usual;

    AccessResource(AccessLevel minimum, AccessLevel usual) {
        this.minimum = minimum;
        this.usual = usual;
    }

    /** The wire's word: {@code insight}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The levels, from the lowest to the highest. */
    public List<AccessLevel> levels() {
        return switch (this) {
            case PROJECT -> List.of(AccessLevel.NONE, AccessLevel.MEMBER, AccessLevel.ADMIN);
            case ACTION, INSIGHT ->
                    List.of(
                            AccessLevel.NONE,
                            AccessLevel.VIEWER,
                            AccessLevel.EDITOR,
                            AccessLevel.MANAGER);
        };
    }

    /** The lowest level that a rule may set. */
    public AccessLevel minimum() {
        return minimum;
    }

    /** The level where no rule says anything. */
    public AccessLevel usual() {
        return usual;
    }

    /** The highest level. */
    public AccessLevel highest() {
        return levels().getLast();
    }

    /** Whether a level allows what another one is needed for. */
    public boolean allows(AccessLevel level, AccessLevel needed) {
        return levels().indexOf(level) >= levels().indexOf(needed);
    }

    /** The level of this resource with a word; empty when it has none. */
    public Optional<AccessLevel> levelNamed(String word) {
        return levels().stream().filter(level -> level.wireName().equals(word)).findFirst();
    }

    /** The resource with a word; empty for an unknown one. */
    public static Optional<AccessResource> named(String word) {
        for (AccessResource resource : values()) {
            if (resource.wireName().equals(word)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }
}
