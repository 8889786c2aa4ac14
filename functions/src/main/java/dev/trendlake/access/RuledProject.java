package dev.trendlake.access;

import dev.trendlake.project.Project;

/** A project with the rules of access in it. */
public record RuledProject(Project project, AccessRules rules) {}
