package dev.trendlake.warm;

import dev.trendlake.project.Project;
import java.util.List;
import java.util.Optional;

/** Finds all projects. */
public interface ProjectList {
    /** The ids of all projects, in their order. */
    List<Long> ids();

    /** The project with an id; empty when there is none. */
    Optional<Project> find(long id);
}
