package dev.trendlake.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a path asks for (spec: HTTP, 5), grouped by the function that answers it. Slashes at the
 * end, and doubled ones, mean nothing. Parts of the path are as sent.
 */
sealed interface Route {
    /**
     * The trends of a project.
     *
     * @param projectId the project's part of the path
     * @param suffix the form of the answer that the path names, without its dot; empty without one
     */
    record Trend(String projectId, String suffix) implements Route {}

    /**
     * Any query about a project.
     *
     * @param projectId the project's part of the path
     */
    record Query(String projectId) implements Route {}

    /** Queries that were asked for before. */
    sealed interface OfQueries extends Route {
        /** One of them. */
        record QueryStatus(String projectId, String queryId) implements OfQueries {}

        /** {@code insights/cancel}: one that the body names. */
        record CancelQuery(String projectId) implements OfQueries {}
    }

    /** Projects, which are environments, too. */
    sealed interface OfProjects extends Route {
        /** All that the caller may see. */
        record Projects() implements OfProjects {}

        /** All of an organization that the caller may see. */
        record ProjectsOfOrganization(String organization) implements OfProjects {}

        /** One. */
        record OneProject(String projectId) implements OfProjects {}
    }

    /** Who asks. */
    sealed interface OfUsers extends Route {
        /** The key's user. */
        record Me() implements OfUsers {}

        /** The key. */
        record CurrentKey() implements OfUsers {}
    }

    /** The actions of a project. */
    sealed interface OfActions extends Route {
        /** All, or a new one. */
        record Actions(String projectId) implements OfActions {}

        /** One. */
        record Action(String projectId, String actionId) implements OfActions {}
    }

    /** The cohorts of a project. */
    sealed interface OfCohorts extends Route {
        /** All, or a new one. */
        record Cohorts(String projectId) implements OfCohorts {}

        /** One. */
        record Cohort(String projectId, String cohortId) implements OfCohorts {}

        /** {@code add_persons_to_static_cohort} of one. */
        record AddToCohort(String projectId, String cohortId) implements OfCohorts {}

        /** {@code remove_person_from_static_cohort} of one. */
        record RemoveFromCohort(String projectId, String cohortId) implements OfCohorts {}
    }

    /** The names and types that events have. */
    sealed interface OfDefinitions extends Route {
        /** All events. */
        record EventDefinitions(String projectId) implements OfDefinitions {}

        /** One event. */
        record EventDefinition(String projectId, String definitionId) implements OfDefinitions {}

        /** All properties. */
        record PropertyDefinitions(String projectId) implements OfDefinitions {}

        /** One property. */
        record PropertyDefinition(String projectId, String definitionId) implements OfDefinitions {}
    }

    /** The saved insights of a project. */
    sealed interface OfInsights extends Route {
        /** All, or a new one. */
        record Insights(String projectId) implements OfInsights {}

        /** One, by its number or its short id. */
        record Insight(String projectId, String insightId) implements OfInsights {}
    }

    /** Who may do what. */
    sealed interface OfAccess extends Route {
        /** With a project. */
        record AccessOfProject(String projectId) implements OfAccess {}

        /** With all things of a kind in a project. */
        record AccessOfResources(String projectId) implements OfAccess {}

        /** With one insight. */
        record AccessOfInsight(String projectId, String insightId) implements OfAccess {}

        /** With one action. */
        record AccessOfAction(String projectId, String actionId) implements OfAccess {}

        /** Who may do anything with a project. */
        record UsersOfProject(String projectId) implements OfAccess {}
    }

    /** The API itself. */
    sealed interface OfSchema extends Route {
        /** The page to read. */
        record Page() implements OfSchema {}

        /** The document. */
        record Document() implements OfSchema {}
    }

    /** There is no such path. */
    record Unknown() implements Route {}

    /** Reads a path. */
    static Route of(String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.isEmpty()) {
            return new OfSchema.Page();
        }
        return parts.getFirst().equals("api")
                ? RoutePath.ofApi(withoutSuffix(parts.subList(1, parts.size())))
                : new Unknown();
    }

    // JSON may be asked for by name; the form that a route has besides, its own reader knows.
    private static List<String> withoutSuffix(List<String> parts) {
        List<String> plain = new ArrayList<>(parts);
        if (!plain.isEmpty() && !plain.getLast().equals("trend.json")) {
            plain.add(plain.removeLast().replaceFirst("(?<=.)\\.json$", ""));
        }
        return plain;
    }
}
