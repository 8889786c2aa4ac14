package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.PeopleList;
import dev.trendlake.project.PersonNaming;
import dev.trendlake.project.SavedCohort;
import java.util.List;

/**
 * Reads the body that makes a cohort or changes one (spec: actions and cohorts, 3.1). Fields that
 * nobody knows, and those that only the service sets, are passed over, as PostHog does.
 */
public final class CohortBodyReader {
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final String NO_CRITERIA = "{}";

    /**
     * The cohort that a body makes of another one.
     *
     * @param before what stays where the body says nothing; without a name for a new one
     * @throws dev.trendlake.error.InvalidRequest when a field can't be used; with its address
     */
    public SavedCohort read(ObjectNode body, SavedCohort before) {
        refuseQuery(body);
        boolean isStatic = isStatic(body, before);
        return new SavedCohort(
                new CohortDefinition(
                        before.id(),
                        DetailsReader.name(body, before.name()),
                        isStatic,
                        filters(body, before, isStatic),
                        groups(body, before)),
                DetailsReader.read(body, LONGEST_DESCRIPTION, before.details()),
                before.members(),
                before.countedAt());
    }

    /**
     * The people that a body names by their ids.
     *
     * @param cohort as the body makes it
     */
    public PeopleList people(ObjectNode body, SavedCohort cohort) {
        BodyField field = BodyField.of(body, "_create_static_person_ids");
        List<String> ids = field.isMissing() ? List.of() : ids(field);
        if (!ids.isEmpty() && !cohort.definition().isStatic()) {
            throw field.field().refused("is for static cohorts; send is_static: true");
        }
        return new PeopleList(PersonNaming.PERSON_ID, ids);
    }

    /** The people whose ids are to be added to a static cohort: {@code person_ids}. */
    public PeopleList added(ObjectNode body) {
        BodyField field = BodyField.of(body, "person_ids");
        if (field.isMissing()) {
            throw field.refused("required", "This field is required.");
        }
        List<String> ids = ids(field);
        if (ids.isEmpty()) {
            throw field.field().refused("person_ids cannot be empty");
        }
        return new PeopleList(PersonNaming.PERSON_ID, ids);
    }

    /** The id of the person to be taken out of a static cohort: {@code person_id}. */
    public String removed(ObjectNode body) {
        return BodyField.of(body, "person_id").name(Integer.MAX_VALUE);
    }

    private static List<String> ids(BodyField field) {
        List<BodyField> ids = field.elements();
        if (ids.size() > CsvPeopleReader.MOST_PEOPLE) {
            throw field.refused(
                    "max_length",
                    "Ensure this field has no more than %d elements."
                            .formatted(CsvPeopleReader.MOST_PEOPLE));
        }
        return ids.stream().map(BodyField::textAsItIs).toList();
    }

    private static void refuseQuery(ObjectNode body) {
        BodyField query = BodyField.of(body, "query");
        if (!query.field().isBlank()) {
            throw query.field()
                    .refused("cohorts can't be made by a query here; use filters, or a list");
        }
        BodyField csv = BodyField.of(body, "csv");
        if (!csv.isAbsent()) {
            throw csv.field().refused("must be a file in a body of multipart/form-data");
        }
    }

    private static boolean isStatic(ObjectNode body, SavedCohort before) {
        BodyField field = BodyField.of(body, "is_static");
        boolean wasStatic = before.definition().isStatic();
        boolean isStatic = field.isMissing() ? wasStatic : field.truth();
        if (isStatic != wasStatic && !before.name().isEmpty()) {
            throw field.field().refused("can't be changed; make another cohort");
        }
        return isStatic;
    }

    private static String filters(ObjectNode body, SavedCohort before, boolean isStatic) {
        BodyField field = BodyField.of(body, "filters");
        if (field.isMissing()) {
            return before.definition().filters();
        }
        if (isStatic) {
            return field.isAbsent() ? NO_CRITERIA : field.object().toString();
        }
        Field filters = field.field().decoded();
        CohortFiltersCheck.check(filters);
        return filters.value().toString();
    }

    private static String groups(ObjectNode body, SavedCohort before) {
        BodyField field = BodyField.of(body, "groups");
        if (field.isMissing()) {
            return before.definition().groups();
        }
        List<BodyField> groups = field.elements();
        groups.forEach(CohortBodyReader::checkGroup);
        return field.field().decoded().value().toString();
    }

    private static void checkGroup(BodyField group) {
        group.object();
        boolean asks =
                List.of("properties", "event_id", "action_id").stream()
                        .anyMatch(name -> !group.member(name).field().isBlank());
        if (!asks) {
            throw group.field().refused("must have properties, an event_id or an action_id");
        }
    }
}
