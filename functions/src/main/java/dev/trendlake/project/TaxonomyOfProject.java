package dev.trendlake.project;

/** Finds what a project's events and properties are called. */
@FunctionalInterface
public interface TaxonomyOfProject {
    /** The names of a project. */
    Taxonomy of(Project project);
}
