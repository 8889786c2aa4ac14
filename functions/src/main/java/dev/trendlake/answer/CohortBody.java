package dev.trendlake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.SavedCohort;
import java.time.Instant;

/** How the API shows a cohort. */
public final class CohortBody {
    private CohortBody() {}

    /**
     * A cohort. One of criteria is looked at whenever it is asked for: nobody counts its members.
     *
     * @param filters its criteria, parsed
     * @param groups its criteria in the older form, parsed
     */
    public static ObjectNode of(SavedCohort cohort, JsonNode filters, JsonNode groups) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", cohort.id());
        body.put("name", cohort.name());
        body.put("description", cohort.details().description());
        body.set("groups", groups);
        body.put("deleted", cohort.details().deleted());
        body.set("filters", filters.isEmpty() ? nobody() : filters);
        body.putNull("query");
        body.putNull("version");
        body.putNull("pending_version");
        body.put("is_calculating", false);
        DetailsBody.putCreation(body, cohort.details());
        Instant countedAt = cohort.countedAt();
        body.put("last_calculation", countedAt == null ? null : DetailsBody.time(countedAt));
        body.put("errors_calculating", 0);
        body.putNull("last_error_message");
        body.put("count", cohort.members());
        body.put("is_static", cohort.definition().isStatic());
        body.putNull("cohort_type");
        body.putArray("experiment_set");
        return body;
    }

    private static ObjectNode nobody() {
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        filters.putObject("properties");
        return filters;
    }
}
