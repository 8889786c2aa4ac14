package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a case's project.
 *
 * @param zone in which days begin
 * @param weekStart Sunday or Monday
 * @param testAccountFilters a JSON list
 * @param groupTypes names by index; an empty name where there is no such type
 */
record CaseSettings(
        ZoneId zone, DayOfWeek weekStart, String testAccountFilters, List<String> groupTypes) {
    static final CaseSettings DEFAULT =
            new CaseSettings(ZoneId.of("UTC"), DayOfWeek.SUNDAY, "[]", List.of());

    static CaseSettings read(CaseObject object) throws InvalidCase {
        CaseSettings settings =
                new CaseSettings(
                        zone(object),
                        weekStart(object),
                        object.list("test_account_filters").toString(),
                        groupTypes(object));
        object.end();
        return settings;
    }

    private static ZoneId zone(CaseObject object) throws InvalidCase {
        String name = object.optionalText("timezone").orElse("UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw object.wrong("timezone", "'%s' is no time zone".formatted(name));
        }
    }

    private static DayOfWeek weekStart(CaseObject object) throws InvalidCase {
        long day = object.optionalInteger("week_start_day").orElse(0L);
        if (day != 0 && day != 1) {
            throw object.wrong("week_start_day", "neither 0 nor 1");
        }
        return day == 1 ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY;
    }

    private static List<String> groupTypes(CaseObject object) throws InvalidCase {
        List<String> names = new ArrayList<>();
        for (JsonNode name : object.list("group_types")) {
            if (!name.isTextual() && !name.isNull()) {
                throw object.wrong("group_types", "neither texts nor null");
            }
            names.add(name.isNull() ? "" : name.textValue());
        }
        return List.copyOf(names);
    }
}
