package dev.trendlake.request;

import dev.trendlake.error.MalformedRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members that the objects of a {@code TrendsQuery} may have (spec: trends, 1.3). Other ones
 * are refused as PostHog's own models refuse them: 400, {@code parse_error}.
 */
final class QueryShape {
    static final Set<String> REQUEST =
            Set.of(
                    "query",
                    "async",
                    "client_query_id",
                    "filters_override",
                    "limit_context",
                    "name",
                    "refresh",
                    "variables_override");
    static final Set<String> QUERY =
            Set.of(
                    "kind",
                    "series",
                    "dateRange",
                    "interval",
                    "trendsFilter",
                    "breakdownFilter",
                    "compareFilter",
                    "properties",
                    "filterTestAccounts",
                    "samplingFactor",
                    "aggregation_group_type_index",
                    "conversionGoal",
                    "dataColorTheme",
                    "modifiers",
                    "response",
                    "tags",
                    "version");
    static final Set<String> DATE_RANGE = Set.of("date_from", "date_to", "explicitDate");
    static final Set<String> COMPARE_FILTER = Set.of("compare", "compare_to");
    static final Set<String> BREAKDOWN_FILTER =
            Set.of(
                    "breakdown",
                    "breakdown_group_type_index",
                    "breakdown_hide_other_aggregation",
                    "breakdown_histogram_bin_count",
                    "breakdown_limit",
                    "breakdown_normalize_url",
                    "breakdown_type",
                    "breakdowns");
    static final Set<String> BREAKDOWN =
            Set.of("property", "type", "group_type_index", "histogram_bin_count", "normalize_url");
    static final Set<String> TRENDS_FILTER =
            Stream.concat(
                            Stream.of(
                                    "display",
                                    "formula",
                                    "formulas",
                                    "formulaNodes",
                                    "smoothingIntervals",
                                    "sessionLevelAggregation"),
                            Presentation.NAMES.values().stream())
                    .collect(Collectors.toUnmodifiableSet());
    static final Set<String> FORMULA_NODE = Set.of("formula", "custom_name");
    static final Set<String> NODE =
            Set.of(
                    "kind",
                    "name",
                    "custom_name",
                    "math",
                    "math_property",
                    "math_property_type",
                    "math_hogql",
                    "math_group_type_index",
                    "math_multiplier",
                    "math_property_revenue_currency",
                    "properties",
                    "fixedProperties",
                    "limit",
                    "orderBy",
                    "optionalInFunnel",
                    "response",
                    "version");
    static final Set<String> EVENTS_NODE = with(NODE, "event");
    static final Set<String> ACTIONS_NODE = with(NODE, "id");
    static final Set<String> GROUP_NODE = with(NODE, "operator", "nodes");

    private static final int SHOWN = 100;

    private QueryShape() {}

    /** Checks that a field, where it is there, is an object of known members. */
    static void check(Field field, Set<String> names) {
        if (field.isAbsent()) {
            return;
        }
        if (!field.value().isObject()) {
            throw refused(field, "Input should be an object");
        }
        for (var member : field.value().properties()) {
            if (!names.contains(member.getKey())) {
                throw refused(
                        field.member(shortened(member.getKey())), "Extra inputs are not permitted");
            }
        }
    }

    /** Checks that a field, where it is there, is a list. */
    static void checkList(Field field) {
        if (!field.isAbsent() && !field.value().isArray()) {
            throw refused(field, "Input should be a list");
        }
    }

    /** The error for a field that doesn't fit the model. */
    static MalformedRequest refused(Field field, String why) {
        return new MalformedRequest(
                "JSON parse error - 1 validation error for QueryRequest\n%s\n  %s"
                        .formatted(field.address().path().replace("__", "."), why));
    }

    /** A text of the caller's, short enough for an error. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more))
                .collect(Collectors.toUnmodifiableSet());
    }
}
