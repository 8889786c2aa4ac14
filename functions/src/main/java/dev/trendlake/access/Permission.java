package dev.trendlake.access;

/**
 * What a route asks for: of the key a scope, of its user a level of the kind of thing that the
 * route is about.
 *
 * @param scope what the key must be allowed
 * @param resource the kind of thing
 * @param level what the user needs of it at least
 */
public record Permission(Scope scope, AccessResource resource, AccessLevel level) {
    /** The right to look at things of a kind. */
    public static Permission toView(Scope scope, AccessResource resource) {
        return new Permission(scope, resource, AccessLevel.VIEWER);
    }

    /** The right to make and change things of a kind. */
    public static Permission toEdit(Scope scope, AccessResource resource) {
        return new Permission(scope, resource, AccessLevel.EDITOR);
    }

    /** The right to something of the project that has no levels of its own. */
    public static Permission inProject(Scope scope) {
        return new Permission(scope, AccessResource.PROJECT, AccessLevel.MEMBER);
    }
}
