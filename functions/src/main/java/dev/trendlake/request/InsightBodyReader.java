package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Details;
import dev.trendlake.project.Project;
import dev.trendlake.project.SavedInsight;
import dev.trendlake.project.SavedInsight.Change;
import dev.trendlake.project.SavedInsight.Marks;
import dev.trendlake.trend.Address;
import java.util.List;

/**
 * Reads the body that makes an insight or changes one. Its query is one that can be asked: what a
 * request to the query endpoint would be refused, is refused here. What only the service sets is
 * passed over, as PostHog does.
 */
public final class InsightBodyReader {
    private static final int LONGEST_DESCRIPTION = 400;

    /** What insights of PostHog's have besides, and nothing is done with here. */
    private static final List<String> NOT_KEPT = List.of("dashboards", "dashboard", "filters");

    private final TrendsQueryReader queries = new TrendsQueryReader();

    /**
     * The insight that a body makes of another one.
     *
     * @param before what stays where the body says nothing; without a query for a new one
     * @param definitions finds the actions and cohorts that the query names
     * @param change the change that this is
     * @throws dev.trendlake.error.InvalidRequest when a field can't be used; with its address
     * @throws dev.trendlake.error.MalformedRequest when the query is not of PostHog's model
     */
    public SavedInsight read(
            ObjectNode body,
            SavedInsight before,
            Project project,
            Definitions definitions,
            Change change) {
        NOT_KEPT.forEach(name -> refuseUnlessEmpty(body, name));
        ObjectNode described = body.deepCopy();
        if (body.path("description").isNull()) {
            described.put("description", "");
        }
        Details details = DetailsReader.read(described, LONGEST_DESCRIPTION, before.details());
        return new SavedInsight(
                before.id(),
                before.shortId(),
                text(body, "name", before.name()),
                text(body, "derived_name", before.derivedName()),
                query(body, before, project, definitions, change),
                new Marks(
                        truth(body, "favorited", before.marks().favorited()),
                        truth(body, "saved", before.marks().saved())),
                DetailsReader.tagged(body, details),
                change);
    }

    private String query(
            ObjectNode body,
            SavedInsight before,
            Project project,
            Definitions definitions,
            Change change) {
        BodyField field = BodyField.of(body, "query");
        if (field.isMissing() && !before.query().isEmpty()) {
            return before.query();
        }
        if (field.isAbsent()) {
            throw field.refused(
                    "required", "This field is required: an insight is a query of trends.");
        }
        JsonNode query = field.field().decoded().value();
        queries.read(query, project, definitions, change.at());
        return field.kept(query);
    }

    private static void refuseUnlessEmpty(ObjectNode body, String name) {
        Field field = new Field(body.path(name), new Address(name));
        JsonNode value = field.decoded().value();
        boolean isEmpty = value.isContainerNode() ? value.isEmpty() : field.isBlank();
        if (!isEmpty) {
            throw field.refused("isn't kept here: an insight is its query; leave it out");
        }
    }

    private static String text(ObjectNode body, String name, String before) {
        BodyField field = BodyField.of(body, name);
        if (field.isMissing()) {
            return before;
        }
        return field.isAbsent() ? "" : field.textOrBlank(DetailsReader.LONGEST_NAME);
    }

    private static boolean truth(ObjectNode body, String name, boolean before) {
        BodyField field = BodyField.of(body, name);
        return field.isAbsent() ? before : field.truth();
    }
}
