package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.aws.athena.AthenaQueryEngine;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.ChangedDefinitions;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Project;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.sql.SqlRenderer;
import dev.trendlake.trend.TrendQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes a question with an action or a cohort before it is saved, so that nothing is saved that a
 * question would be refused for.
 */
final class DefinitionTrial {
    /** The number of what has none yet: above all that were given away. */
    static final long UNNUMBERED = Integer.MAX_VALUE;

    private final TrendFilterReader reader;
    private final TrendPlanner planner;
    private final DefinitionsOfProject definitions;

    /** Takes what reads and writes questions, and what else a project defines. */
    DefinitionTrial(
            TrendFilterReader reader, TrendPlanner planner, DefinitionsOfProject definitions) {
        this.reader = reader;
        this.planner = planner;
        this.definitions = definitions;
    }

    /**
     * Tries an action.
     *
     * @throws InvalidRequest when a question with it would be refused; with the address in the
     *     action
     */
    void check(ActionDefinition action, Project project, Instant now) {
        ObjectNode question = JsonFormat.object();
        question.putArray("actions").addObject().put("id", action.id());
        Definitions changed = ChangedDefinitions.with(action, definitions.of(project.id()));
        check(question, "actions__0__id__", "steps", new Surroundings(project, changed, now));
    }

    /** Tries a cohort, as above. */
    void check(CohortDefinition cohort, Project project, Instant now) {
        ObjectNode question = JsonFormat.object();
        question.putArray("events").addObject().put("id", "$pageview");
        question.putArray("properties")
                .addObject()
                .put("key", "id")
                .put("value", cohort.id())
                .put("type", "cohort");
        Definitions changed = ChangedDefinitions.with(cohort, definitions.of(project.id()));
        check(
                question,
                "properties__0__value__",
                "filters",
                new Surroundings(project, changed, now));
    }

    private record Surroundings(Project project, Definitions definitions, Instant now) {}

    private void check(ObjectNode question, String place, String field, Surroundings around) {
        String sql = sql(question, place, around);
        int length = sql.getBytes(StandardCharsets.UTF_8).length;
        if (length > AthenaQueryEngine.LONGEST_STATEMENT) {
            throw new InvalidRequest(
                    field,
                    "too long: a question with it has %d bytes as SQL, and %d are allowed"
                            .formatted(length, AthenaQueryEngine.LONGEST_STATEMENT));
        }
    }

    private String sql(ObjectNode question, String place, Surroundings around) {
        RequestParameters parameters = new RequestParameters(JsonFormat.object(), question);
        try {
            TrendQuery query =
                    reader.read(parameters, around.project(), around.definitions(), around.now());
            return SqlRenderer.render(planner.plan(query, around.project()).statement());
        } catch (InvalidRequest refused) {
            throw at(place, refused);
        }
    }

    private static InvalidRequest at(String place, InvalidRequest refused) {
        String attribute = refused.attribute();
        return attribute.startsWith(place)
                ? new InvalidRequest(
                        attribute.substring(place.length()),
                        refused.code(),
                        String.valueOf(refused.getMessage()))
                : refused;
    }
}
