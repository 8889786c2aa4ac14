package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.SavedCohort;
import java.util.Locale;

/**
 * Which cohorts of a list are asked for.
 *
 * @param type {@code static} or {@code dynamic}; any other word for both
 * @param search what the name holds, whatever its case
 */
record CohortSelection(String type, String search) {
    static CohortSelection of(ObjectNode query) {
        return new CohortSelection(
                query.path("type").asText(""),
                query.path("search").asText("").toLowerCase(Locale.ROOT));
    }

    boolean holds(SavedCohort cohort) {
        boolean isOfType =
                switch (type) {
                    case "static" -> cohort.definition().isStatic();
                    case "dynamic" -> !cohort.definition().isStatic();
                    default -> true;
                };
        return isOfType && cohort.name().toLowerCase(Locale.ROOT).contains(search);
    }
}
