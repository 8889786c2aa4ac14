package dev.trendlake.project;

/** Finds the definitions of any project. */
@FunctionalInterface
public interface DefinitionsOfProject {
    /** The definitions of the project with this number, for one request. */
    Definitions of(long projectId);
}
