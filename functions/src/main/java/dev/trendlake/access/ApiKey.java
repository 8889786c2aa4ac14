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
 */
public record ApiKey(
        String id,
        String label,
        List<String> scopes,
        List<Long> projects,
        List<String> organizations,
        boolean active) {
    /** Copies the lists. */
    public ApiKey {
        scopes = List.copyOf(scopes);
        projects = List.copyOf(projects);
        organizations = List.copyOf(organizations);
    }
}
