package dev.trendlake.access;

import java.util.Locale;

/** How much of something a user may do, from the least to the most (spec: HTTP, 6). */
public enum AccessLevel {
    NONE,
    /** Of a project: may use it. */
    MEMBER,
    /** Of a project: may also change who may. */
    ADMIN,
    VIEWER,
    EDITOR,
    MANAGER;

    /** The wire's word: {@code viewer}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
