package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a project stands in its table: an item with its settings, one with the types of properties,
 * one with the rules of access; and an entry in the list of all projects.
 */
final class ProjectItem {
    static final String PROJECT = "project";
    static final String ITEM = "item";
    static final String SETTINGS = "settings";
    static final String PROPERTY_DEFINITIONS = "property_definitions";
    static final String ACCESS_RULES = "access_rules";

    /** The list of all projects: a partition of its own, in the order of their numbers. */
    static final String ALL = "projects";

    private static final String LAKE_VERSION = "lake_version";
    private static final String PERSONS_VERSION = "persons_version";
    private static final String GROUPS_VERSION = "groups_version";
    static final String COHORT_PEOPLE_VERSION = "cohort_people_version";

    static final String EARLIEST_EVENT = "earliest_event";

    private ProjectItem() {}

    static Map<String, AttributeValue> keyOf(long project, String item) {
        return Map.of(PROJECT, Values.text(Long.toString(project)), ITEM, Values.text(item));
    }

    /** The keys of its items. */
    static List<Map<String, AttributeValue>> keysOf(long project) {
        return List.of(
                keyOf(project, SETTINGS),
                keyOf(project, PROPERTY_DEFINITIONS),
                keyOf(project, ACCESS_RULES));
    }

    /** The key of its entry in the list of all projects. */
    static Map<String, AttributeValue> entryOf(long project) {
        return Map.of(PROJECT, Values.text(ALL), ITEM, Values.text("%019d".formatted(project)));
    }

    static Project read(Item settings, PropertyDefinitions definitions) {
        return new Project(
                Long.parseLong(settings.text(PROJECT)),
                settings.text("name"),
                settings.text("organization"),
                ZoneId.of(settings.text("timezone")),
                settings.number("week_start_day") == 1 ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY,
                settings.text("test_account_filters"),
                settings.texts("group_types"),
                settings.instant(EARLIEST_EVENT, Project.NO_EVENT_YET),
                settings.number(LAKE_VERSION),
                new SideTables(
                        settings.number(PERSONS_VERSION),
                        settings.number(GROUPS_VERSION),
                        settings.number(COHORT_PEOPLE_VERSION)),
                definitions,
                settings.text("api_token"),
                EventLayoutItem.read(settings));
    }

    /** What a project's users say of it: everything but how its events lie in the lake. */
    static Map<String, AttributeValue> settings(Project project) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(keyOf(project.id(), SETTINGS));
        item.put("name", Values.text(project.name()));
        item.put("organization", Values.text(project.organization()));
        item.put("timezone", Values.text(project.zone().getId()));
        item.put("week_start_day", Values.number(project.weekStart() == DayOfWeek.MONDAY ? 1 : 0));
        item.put("test_account_filters", Values.text(project.testAccountFilters()));
        item.put("group_types", Values.texts(project.groupTypes()));
        item.put("api_token", Values.text(project.token()));
        item.put(LAKE_VERSION, Values.number(project.lakeVersion()));
        item.put(PERSONS_VERSION, Values.number(project.sideTables().persons()));
        item.put(GROUPS_VERSION, Values.number(project.sideTables().groups()));
        item.put(COHORT_PEOPLE_VERSION, Values.number(project.sideTables().cohortPeople()));
        if (!project.earliestEvent().equals(Project.NO_EVENT_YET)) {
            item.put(EARLIEST_EVENT, Values.text(project.earliestEvent().toString()));
        }
        return item;
    }
}
