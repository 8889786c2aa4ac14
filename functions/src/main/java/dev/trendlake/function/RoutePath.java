package dev.trendlake.function;

import dev.trendlake.function.Route.OfAccess;
import dev.trendlake.function.Route.OfActions;
import dev.trendlake.function.Route.OfCohorts;
import dev.trendlake.function.Route.OfDefinitions;
import dev.trendlake.function.Route.OfInsights;
import dev.trendlake.function.Route.OfProjects;
import dev.trendlake.function.Route.OfQueries;
import dev.trendlake.function.Route.OfSchema;
import dev.trendlake.function.Route.OfUsers;
import java.util.List;
import java.util.stream.Stream;

/** Reads paths, part by part. */
final class RoutePath {
    private static final String CURRENT = "@current";

    private RoutePath() {}

    /** What the parts after {@code /api} ask for. */
    static Route ofApi(List<String> parts) {
        String first = parts.isEmpty() ? "" : parts.getFirst();
        return switch (first) {
            case "projects", "environments" ->
                    parts.size() == 1
                            ? new OfProjects.Projects()
                            : ofProject(parts.get(1), parts.subList(2, parts.size()));
            case "insight" -> ofProject(CURRENT, withFirst("insights", parts));
            case "organizations" ->
                    parts.size() == 3 && parts.get(2).equals("projects")
                            ? new OfProjects.ProjectsOfOrganization(parts.get(1))
                            : new Route.Unknown();
            case "schema" -> parts.size() == 1 ? new OfSchema.Document() : new Route.Unknown();
            case "users" ->
                    parts.equals(List.of("users", "@me")) ? new OfUsers.Me() : new Route.Unknown();
            case "personal_api_keys" ->
                    parts.equals(List.of("personal_api_keys", CURRENT))
                            ? new OfUsers.CurrentKey()
                            : new Route.Unknown();
            default -> new Route.Unknown();
        };
    }

    private static List<String> withFirst(String first, List<String> parts) {
        return Stream.concat(Stream.of(first), parts.stream().skip(1)).toList();
    }

    private static Route ofProject(String project, List<String> parts) {
        return switch (parts.size()) {
            case 0 -> new OfProjects.OneProject(project);
            case 1 -> listOf(project, parts.getFirst());
            case 2 -> oneOf(project, parts.getFirst(), parts.get(1));
            case 3 -> partOf(project, parts.getFirst(), parts.get(1), parts.get(2));
            default -> new Route.Unknown();
        };
    }

    private static Route listOf(String project, String kind) {
        return switch (kind) {
            case "query" -> new Route.Query(project);
            case "actions" -> new OfActions.Actions(project);
            case "cohorts" -> new OfCohorts.Cohorts(project);
            case "event_definitions" -> new OfDefinitions.EventDefinitions(project);
            case "property_definitions" -> new OfDefinitions.PropertyDefinitions(project);
            case "insights" -> new OfInsights.Insights(project);
            case "access_controls" -> new OfAccess.AccessOfProject(project);
            case "resource_access_controls", "global_access_controls" ->
                    new OfAccess.AccessOfResources(project);
            case "users_with_access" -> new OfAccess.UsersOfProject(project);
            default -> new Route.Unknown();
        };
    }

    private static Route oneOf(String project, String kind, String id) {
        return switch (kind) {
            case "query" -> new OfQueries.QueryStatus(project, id);
            case "actions" -> new OfActions.Action(project, id);
            case "cohorts" -> new OfCohorts.Cohort(project, id);
            case "event_definitions" -> new OfDefinitions.EventDefinition(project, id);
            case "property_definitions" -> new OfDefinitions.PropertyDefinition(project, id);
            case "insights" -> insight(project, id);
            default -> new Route.Unknown();
        };
    }

    private static Route insight(String project, String id) {
        if (id.equals("trend")) {
            return new Route.Trend(project, "");
        }
        if (id.equals("cancel")) {
            return new OfQueries.CancelQuery(project);
        }
        return id.matches("trend\\.[a-z0-9]+")
                ? new Route.Trend(project, id.substring("trend.".length()))
                : new OfInsights.Insight(project, id);
    }

    private static Route partOf(String project, String kind, String id, String part) {
        return switch (kind + " " + part) {
            case "cohorts add_persons_to_static_cohort" -> new OfCohorts.AddToCohort(project, id);
            case "cohorts remove_person_from_static_cohort" ->
                    new OfCohorts.RemoveFromCohort(project, id);
            case "insights access_controls" -> new OfAccess.AccessOfInsight(project, id);
            case "actions access_controls" -> new OfAccess.AccessOfAction(project, id);
            default -> new Route.Unknown();
        };
    }
}
