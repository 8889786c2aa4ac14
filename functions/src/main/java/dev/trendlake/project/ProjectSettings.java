package dev.trendlake.project;

/** Keeps the settings of projects that their users change. */
@FunctionalInterface
public interface ProjectSettings {
    /**
     * Keeps name, time zone, first day of the week and test-account filters of a project that
     * exists. What else belongs to it stays as it is.
     */
    void save(Project project);
}
