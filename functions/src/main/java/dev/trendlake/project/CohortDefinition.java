package dev.trendlake.project;

/**
 * A cohort as it is kept.
 *
 * @param id its number in the project
 * @param name its name
 * @param isStatic whether its members are listed in the lake
 * @param filters a JSON object in PostHog's form of criteria, {@code {"properties": GROUP}}; {@code
 *     {}} without any
 * @param groups a JSON list in the older form of criteria; {@code []} without any
 */
public record CohortDefinition(
        long id, String name, boolean isStatic, String filters, String groups) {}
