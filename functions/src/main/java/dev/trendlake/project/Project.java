package dev.trendlake.project;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A project's settings, as questions need them.
 *
 * @param id the number in the path; at least 1
 * @param name the display name
 * @param organization the id of the organization it belongs to; empty without one
 * @param zone in which days begin
 * @param weekStart the first day of a week: Sunday or Monday
 * @param testAccountFilters the filters that {@code filter_test_accounts} adds: a JSON list in the
 *     wire's form of properties
 * @param groupTypes the names of the group types, by index
 * @param earliestEvent the time of the first event in the lake, where {@code date_from=all} starts;
 *     2015-01-01 UTC as long as there is none (spec: trends, 2.1)
 * @param lakeVersion grows whenever events are put into the lake: what was computed before may no
 *     longer be true
 * @param sideTables which versions of the tables beside the events count
 * @param propertyDefinitions the declared types of properties
 * @param token what events are sent to the project with, {@code phc_…}; empty without one
 * @param layout how its events lie in the lake
 */
public record Project(
        long id,
        String name,
        String organization,
        ZoneId zone,
        DayOfWeek weekStart,
        String testAccountFilters,
        List<String> groupTypes,
        Instant earliestEvent,
        long lakeVersion,
        SideTables sideTables,
        PropertyDefinitions propertyDefinitions,
        String token,
        EventLayout layout) {

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Where {@code date_from=all} starts in a project without events. */
    public static final Instant NO_EVENT_YET = Instant.parse("2015-01-01T00:00:00Z");

    /** Copies the list and checks the number and the first day of a week. */
    public Project {
        groupTypes = List.copyOf(groupTypes);
        if (id < 1) {
            throw new IllegalArgumentException("project " + id);
        }
        if (weekStart != DayOfWeek.SUNDAY && weekStart != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week that starts on " + weekStart);
        }
    }

    /** The UUID of the organization: its id, or one made of it where that is none. */
    public String organizationUuid() {
        return organizationUuid(organization);
    }

    /** The UUID of the organization with an id. */
    public static String organizationUuid(String organization) {
        return UUID.matcher(organization).matches()
                ? organization
                : java.util
                        .UUID
                        .nameUUIDFromBytes(
                                ("organization " + organization).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    /** The same with its events in another layout. */
    public Project with(EventLayout newLayout) {
        return new Project(
                id,
                name,
                organization,
                zone,
                weekStart,
                testAccountFilters,
                groupTypes,
                earliestEvent,
                lakeVersion,
                sideTables,
                propertyDefinitions,
                token,
                newLayout);
    }

    /** A project whose events lie in the plain layout. */
    public Project(
            long id,
            String name,
            String organization,
            ZoneId zone,
            DayOfWeek weekStart,
            String testAccountFilters,
            List<String> groupTypes,
            Instant earliestEvent,
            long lakeVersion,
            SideTables sideTables,
            PropertyDefinitions propertyDefinitions,
            String token) {
        this(
                id,
                name,
                organization,
                zone,
                weekStart,
                testAccountFilters,
                groupTypes,
                earliestEvent,
                lakeVersion,
                sideTables,
                propertyDefinitions,
                token,
                EventLayout.PLAIN);
    }

    /** A project that no events are sent to. */
    public Project(
            long id,
            String name,
            String organization,
            ZoneId zone,
            DayOfWeek weekStart,
            String testAccountFilters,
            List<String> groupTypes,
            Instant earliestEvent,
            long lakeVersion,
            SideTables sideTables,
            PropertyDefinitions propertyDefinitions) {
        this(
                id,
                name,
                organization,
                zone,
                weekStart,
                testAccountFilters,
                groupTypes,
                earliestEvent,
                lakeVersion,
                sideTables,
                propertyDefinitions,
                "");
    }
}
