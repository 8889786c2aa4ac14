package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.Project;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.project.SavedDefinition;
import dev.trendlake.project.SavedInsight;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What would be refused without a cohort: other cohorts, saved insights, and the filters of test
 * accounts.
 *
 * @param project whose filters those are
 * @param cohorts all that were not deleted
 * @param insights all that were not deleted
 */
record CohortUses(Project project, List<SavedCohort> cohorts, List<SavedInsight> insights) {
    private static final int NAMED = 5;

    /**
     * Makes sure that nothing uses a cohort.
     *
     * @throws InvalidRequest when something does, in PostHog's words
     */
    void refuse(long id) {
        if (names(DefinitionAnswers.parsed(project.testAccountFilters()), id)) {
            throw new InvalidRequest(
                    "",
                    ("This cohort is used in 'Filter out internal and test users' for 1"
                                    + " environment(s): %s. Please remove the cohort from these"
                                    + " test account filters before deleting it.")
                            .formatted(project.name()));
        }
        refuseIfAny(
                insights.stream().filter(insight -> asksFor(insight, id)).toList(),
                "This cohort is used in %d insight(s): %s. Please remove the cohort from these"
                        + " insights before deleting it.");
        refuseIfAny(
                cohorts.stream().filter(cohort -> uses(cohort, id)).toList(),
                "This cohort is used as criteria in %d other cohort(s): %s. Please remove this"
                        + " cohort from those cohort definitions before deleting it.");
    }

    private static void refuseIfAny(List<? extends SavedDefinition> users, String detail) {
        if (!users.isEmpty()) {
            throw new InvalidRequest("", detail.formatted(users.size(), namesOf(users)));
        }
    }

    private static boolean asksFor(SavedInsight insight, long id) {
        JsonNode query = DefinitionAnswers.parsed(insight.query());
        return names(query, id)
                || query.findParents("breakdown_type").stream()
                        .filter(found -> found.path("breakdown_type").asText("").equals("cohort"))
                        .flatMap(found -> found.path("breakdown").valueStream())
                        .anyMatch(value -> value.asText("").equals(Long.toString(id)));
    }

    private static boolean uses(SavedCohort cohort, long id) {
        return cohort.id() != id
                && (names(DefinitionAnswers.parsed(cohort.definition().filters()), id)
                        || names(DefinitionAnswers.parsed(cohort.definition().groups()), id));
    }

    private static boolean names(JsonNode json, long id) {
        return json.findParents("type").stream()
                .filter(property -> property.path("type").asText("").endsWith("cohort"))
                .anyMatch(property -> property.path("value").asText("").equals(Long.toString(id)));
    }

    private static String namesOf(List<? extends SavedDefinition> users) {
        String names =
                users.stream()
                        .limit(NAMED)
                        .map(SavedDefinition::name)
                        .map(name -> name.isEmpty() ? "Unnamed" : name)
                        .collect(Collectors.joining(", "));
        return users.size() <= NAMED
                ? names
                : "%s, and %d more".formatted(names, users.size() - NAMED);
    }
}
