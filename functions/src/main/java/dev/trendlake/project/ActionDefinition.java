package dev.trendlake.project;

/**
 * An action as it is kept.
 *
 * @param id its number in the project
 * @param name its name
 * @param steps a JSON list in PostHog's form of steps (spec: actions and cohorts, 1)
 */
public record ActionDefinition(long id, String name, String steps) {}
