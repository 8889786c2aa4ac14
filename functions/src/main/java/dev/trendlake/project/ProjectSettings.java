package dev.trendlake.project;

import java.util.Set;

/** Keeps the settings of projects that their users change. */
@FunctionalInterface
public interface ProjectSettings {
    /**
     * Keeps some settings of a project that exists. What else belongs to it stays as it is, also
     * where somebody else is changing that.
     *
     * @param changed which: {@code name}, {@code timezone}, {@code week_start_day}, {@code
     *     test_account_filters}
     */
    void save(Project project, Set<String> changed);
}
