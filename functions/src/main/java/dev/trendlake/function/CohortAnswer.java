package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.answer.CohortBody;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.SavedCohort;

/** How the API shows a cohort as it is kept. */
final class CohortAnswer {
    private CohortAnswer() {}

    static ObjectNode of(SavedCohort cohort) {
        CohortDefinition definition = cohort.definition();
        return CohortBody.of(
                cohort,
                DefinitionAnswers.parsed(definition.filters()),
                DefinitionAnswers.parsed(definition.groups()));
    }
}
