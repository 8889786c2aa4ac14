package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.Project;
import dev.trendlake.project.SavedCohort;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What would be refused without a cohort: other cohorts, and the filters of test accounts.
 *
 * @param project whose filters those are
 * @param cohorts all that were not deleted
 */
record CohortUses(Project project, List<SavedCohort> cohorts) {
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
        List<SavedCohort> users = cohorts.stream().filter(cohort -> uses(cohort, id)).toList();
        if (!users.isEmpty()) {
            throw new InvalidRequest(
                    "",
                    ("This cohort is used as criteria in %d other cohort(s): %s. Please remove this"
                                    + " cohort from those cohort definitions before deleting it.")
                            .formatted(users.size(), namesOf(users)));
        }
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

    private static String namesOf(List<SavedCohort> users) {
        String names =
                users.stream()
                        .limit(NAMED)
                        .map(SavedCohort::name)
                        .collect(Collectors.joining(", "));
        return users.size() <= NAMED
                ? names
                : "%s, and %d more".formatted(names, users.size() - NAMED);
    }
}
