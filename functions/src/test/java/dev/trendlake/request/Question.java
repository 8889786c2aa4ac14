package dev.trendlake.request;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.TrendQuery;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A request in the making: of a project in UTC whose weeks start on Sunday, on Saturday 2020-01-04
 * at 13:00:01, for page views, unless said otherwise.
 */
record Question(
        String zone,
        DayOfWeek weekStart,
        String testAccountFilters,
        String now,
        ObjectNode query,
        ObjectNode body) {

    /** A request with a JSON body, in which single quotes stand for double ones. */
    static Question of(String body) {
        return new Question(
                "UTC",
                DayOfWeek.SUNDAY,
                "[]",
                "2020-01-04T13:00:01Z",
                JsonNodeFactory.instance.objectNode(),
                object(body));
    }

    /** A request for page views with another field. */
    static Question with(String name, String json) {
        return of("{'events': [{'id': '$pageview'}]}").and(name, json);
    }

    /** A request for page views filtered by one property. */
    static Question filtered(String property) {
        return with("properties", "[" + property + "]");
    }

    Question and(String name, String json) {
        return and(name, json(json));
    }

    Question and(String name, JsonNode value) {
        ObjectNode more = body.deepCopy();
        more.set(name, value);
        return new Question(zone, weekStart, testAccountFilters, now, query, more);
    }

    Question inQueryString(String name, String text) {
        ObjectNode more = query.deepCopy();
        more.put(name, text.replace('\'', '"'));
        return new Question(zone, weekStart, testAccountFilters, now, more, body);
    }

    Question in(String otherZone) {
        return new Question(otherZone, weekStart, testAccountFilters, now, query, body);
    }

    Question weeksFrom(DayOfWeek day) {
        return new Question(zone, day, testAccountFilters, now, query, body);
    }

    Question at(String moment) {
        return new Question(zone, weekStart, testAccountFilters, moment, query, body);
    }

    Question testAccounts(String filters) {
        return new Question(zone, weekStart, filters.replace('\'', '"'), now, query, body);
    }

    RequestParameters parameters() {
        return new RequestParameters(query, body);
    }

    TrendQuery read() {
        return new TrendFilterReader()
                .read(parameters(), project(), new SampleDefinitions(), Instant.parse(now));
    }

    /** The error that the request ends with. */
    InvalidRequest refusal() {
        return catchThrowableOfType(InvalidRequest.class, this::read);
    }

    /** The only property filter of the question. */
    PropertyFilter filter() {
        PropertyFilter.All outer = (PropertyFilter.All) read().filter();
        PropertyFilter.All inner = (PropertyFilter.All) outer.filters().getFirst();
        return inner.filters().getFirst();
    }

    Project project() {
        return new Project(
                1,
                "Test",
                "",
                ZoneId.of(zone),
                weekStart,
                testAccountFilters,
                List.of("organization", "company"),
                Instant.parse("2019-12-01T05:20:00Z"),
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }

    static JsonNode json(String text) {
        return RequestJson.parse(text.replace('\'', '"'))
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }
}
