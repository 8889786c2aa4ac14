package dev.trendlake.access;

import java.util.List;

/**
 * What is known of an API key; never the key itself.
 *
 * @param id the key's public id
 * @param label what its owner calls it
 * @param scopes what it may do: {@code insight:read}, {@code *} …
 * @param projects the projects it is bound to; empty when it is bound to none
 * @param organizations the organizations it is bound to; empty when it is bound to none
 * @param active whether it may be used
 * @param user whose it is
 */
public record ApiKey(
        String id,
        String label,
        List<String> scopes,
        List<Long> projects,
        List<String> organizations,
        boolean active,
        User user) {
    /** Copies the lists. */
    public ApiKey {
        scopes = List.copyOf(scopes);
        projects = List.copyOf(projects);
        organizations = List.copyOf(organizations);
    }

    /** A key of nobody in particular. */
    public ApiKey(
            String id,
            String label,
            List<String> scopes,
            List<Long> projects,
            List<String> organizations,
            boolean active) {
        this(id, label, scopes, projects, organizations, active, User.ofKey(id, label));
    }

    /** The same key, of a user. */
    public ApiKey of(User owner) {
        return new ApiKey(id, label, scopes, projects, organizations, active, owner);
    }

    /** Whether the key is bound to projects, and this is none of them. */
    boolean isBoundToOthersThan(long project) {
        return !projects.isEmpty() && !projects.contains(project);
    }
}
