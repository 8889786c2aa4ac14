package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.json.JsonTree;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Project;
import dev.trendlake.trend.Address;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * Reads changes of a project's settings: {@code name}, {@code timezone}, {@code week_start_day} and
 * {@code test_account_filters}. Other settings of PostHog's are not kept here, and refused.
 */
public final class ProjectChangeReader {
    private static final int LONGEST_NAME = 200;
    private static final int SUNDAY = 0;
    private static final int MONDAY = 1;

    private final DefinitionsOfProject definitions;

    /** Takes what finds the cohorts that filters name. */
    public ProjectChangeReader(DefinitionsOfProject definitions) {
        this.definitions = definitions;
    }

    /**
     * The project as it is to be.
     *
     * @param now the moment of the request
     * @throws InvalidRequest when a setting can't be what is asked, or isn't kept
     */
    public Project read(ObjectNode body, Project project, Instant now) {
        Project changed = project;
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            changed = changed(changed, member.getKey(), member.getValue(), now);
        }
        return changed;
    }

    private Project changed(Project project, String name, JsonNode value, Instant now) {
        return switch (name) {
            case "name" -> named(project, value);
            case "timezone" -> inZone(project, value);
            case "week_start_day" -> withWeekStart(project, value);
            case "test_account_filters" -> withFilters(project, value, now);
            default ->
                    throw new InvalidRequest(
                            QueryShape.shortened(name),
                            "This setting is not kept here; name, timezone, week_start_day and"
                                    + " test_account_filters are.");
        };
    }

    private static Project named(Project project, JsonNode value) {
        String name = field("name", value).name(LONGEST_NAME);
        return copy(project, name, project.zone(), project.weekStart(), filters(project));
    }

    private static Project inZone(Project project, JsonNode value) {
        String zone = value.asText("");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new InvalidRequest(
                    "timezone",
                    "\"%s\" is not a valid choice.".formatted(QueryShape.shortened(zone)));
        }
        return copy(
                project, project.name(), ZoneId.of(zone), project.weekStart(), filters(project));
    }

    private static Project withWeekStart(Project project, JsonNode value) {
        boolean isDay = value.isInt() && (value.asInt() == SUNDAY || value.asInt() == MONDAY);
        if (!value.isNull() && !isDay) {
            throw new InvalidRequest(
                    "week_start_day",
                    "\"%s\" is not a valid choice. Use 0 for Sunday or 1 for Monday."
                            .formatted(QueryShape.shortened(value.asText())));
        }
        DayOfWeek day = value.asInt() == MONDAY ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY;
        return copy(project, project.name(), project.zone(), day, filters(project));
    }

    // Filters that a question couldn't be asked with would be in the way of all questions.
    private Project withFilters(Project project, JsonNode value, Instant now) {
        if (!value.isArray()) {
            throw new InvalidRequest(
                    "test_account_filters", "Expected a list of items; each is a filter.");
        }
        Project changed =
                copy(
                        project,
                        project.name(),
                        project.zone(),
                        project.weekStart(),
                        field("test_account_filters", value).kept(value));
        ObjectNode question = JsonTree.object();
        question.putArray("events").addObject().putNull("id");
        question.put("filter_test_accounts", true);
        Definitions known = definitions.of(project.id());
        try {
            new TrendFilterReader()
                    .read(
                            new RequestParameters(question.objectNode(), question),
                            changed,
                            known,
                            now);
        } catch (InvalidRequest refused) {
            throw new InvalidRequest("test_account_filters", String.valueOf(refused.getMessage()));
        }
        return changed;
    }

    private static BodyField field(String name, JsonNode value) {
        return new BodyField(new Field(value, new Address(name)));
    }

    private static String filters(Project project) {
        return project.testAccountFilters();
    }

    private static Project copy(
            Project project, String name, ZoneId zone, DayOfWeek weekStart, String filters) {
        return new Project(
                project.id(),
                name,
                project.organization(),
                zone,
                weekStart,
                filters,
                project.groupTypes(),
                project.earliestEvent(),
                project.lakeVersion(),
                project.sideTables(),
                project.propertyDefinitions(),
                project.token(),
                project.layout());
    }
}
