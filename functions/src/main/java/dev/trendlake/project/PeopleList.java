package dev.trendlake.project;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * People as somebody names them.
 *
 * @param naming by what
 * @param names each once, in the order of their first appearance
 */
public record PeopleList(PersonNaming naming, List<String> names) {
    /** Copies the names, without those that repeat another. */
    public PeopleList {
        names = List.copyOf(new LinkedHashSet<>(names));
    }
}
