package dev.trendlake.hostile;

import static dev.trendlake.hostile.Place.Kind.ACTION;
import static dev.trendlake.hostile.Place.Kind.COHORT;
import static dev.trendlake.hostile.Place.Kind.FILTER;
import static dev.trendlake.hostile.Place.Kind.QUERY;
import static dev.trendlake.hostile.Place.Kind.TEST_ACCOUNTS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every place that takes text of a user, and where a text can't change what is asked. */
final class Places {
    private static final List<String> OPERATORS =
            List.of(
                    "exact is_not icontains not_icontains icontains_multi not_icontains_multi"
                            + " regex not_regex gt gte lt lte min max in not_in is_set is_not_set",
                    "is_date_exact is_date_before is_date_after is_cleaned_path_exact between"
                            + " not_between semver_eq semver_neq semver_gt semver_tilde"
                            + " semver_caret semver_wildcard flag_evaluates_to");
    private static final List<String> BEHAVIOURS =
            List.of(
                    "'value': 'performed_event', 'time_value': 7, 'time_interval': 'day'",
                    "'value': 'performed_event_multiple', 'operator': 'gte', 'operator_value': 2,"
                            + " 'time_value': 7, 'time_interval': 'day'",
                    "'value': 'performed_event_first_time', 'time_value': 7, 'time_interval':"
                            + " 'day'",
                    "'value': 'performed_event_sequence', 'time_value': 7, 'time_interval': 'day',"
                            + " 'seq_event': '§', 'seq_event_type': 'events', 'seq_time_value': 2,"
                            + " 'seq_time_interval': 'day'",
                    "'value': 'performed_event_regularly', 'time_value': 1, 'time_interval': 'day',"
                            + " 'total_periods': 3, 'min_periods': 2, 'operator': 'gte',"
                            + " 'operator_value': 1",
                    "'value': 'stopped_performing_event', 'time_value': 7, 'time_interval': 'day',"
                            + " 'seq_time_value': 2, 'seq_time_interval': 'day'",
                    "'value': 'restarted_performing_event', 'time_value': 7, 'time_interval':"
                            + " 'day', 'seq_time_value': 2, 'seq_time_interval': 'day'");

    private Places() {}

    static List<Place> all() {
        List<Place> places = new ArrayList<>();
        filters().map(Places::filter).forEach(places::add);
        filters().map(Places::query).forEach(places::add);
        filters().map(Places::testAccounts).forEach(places::add);
        filterForm().map(json -> Place.of(FILTER, json)).forEach(places::add);
        queryForm().map(json -> Place.of(QUERY, json)).forEach(places::add);
        steps().map(json -> Place.of(ACTION, "[" + json + "]")).forEach(places::add);
        criteria().map(Places::cohort).forEach(places::add);
        hogQl().forEach(places::add);
        return places;
    }

    private static Stream<String> filters() {
        Stream<String> values =
                operators()
                        .flatMap(operator ->
                                Stream.of(
                                                "'key': 'a', 'type': 'event'",
                                                "'key': 'a', 'type': 'person'",
                                                "'key': 'a', 'type': 'group', 'group_type_index':"
                                                        + " 1",
                                                "'key': '$entry_current_url', 'type': 'session'",
                                                "'key': 'text', 'type': 'element'",
                                                "'key': 'href', 'type': 'element'",
                                                "'key': 'event', 'type': 'event_metadata'",
                                                "'key': 'created_at', 'type': 'person_metadata'")
                                        .flatMap(of -> values(of, operator)));
        Stream<String> keys =
                Stream.of("event", "person", "feature", "session", "element", "event_metadata")
                        .flatMap(type ->
                                Stream.of("exact", "icontains", "gt", "is_set", "is_date_after")
                                        .map(operator -> key(type, operator)));
        Stream<String> others =
                Stream.of(
                        "{'key': 'tag_name', 'type': 'element', 'operator': 'exact', 'value': '§'}",
                        "{'key': 'a', 'type': '§', 'value': 'b'}",
                        "{'key': 'a', 'operator': '§', 'value': 'b', 'type': 'event'}",
                        "{'key': '§', 'value': '§', 'type': 'group', 'group_type_index': 0,"
                                + " 'operator': 'exact'}",
                        "{'key': 'id', 'type': 'cohort', 'value': '§'}");
        return Stream.of(values, keys, others).flatMap(stream -> stream);
    }

    private static Stream<String> operators() {
        return OPERATORS.stream().flatMap(line -> Stream.of(line.split(" ")));
    }

    private static Stream<String> values(String of, String operator) {
        String beginning = "{" + of + ", 'operator': '" + operator + "', 'value': ";
        String text = operator.startsWith("semver_") ? "1.2.3-§" : "§";
        return Stream.of(
                beginning + "'" + text + "'}", beginning + "['" + text + "', '1.2.3', '§c']}");
    }

    private static String key(String type, String operator) {
        return "{'key': '§', 'type': '%s', 'operator': '%s', 'value': '2020-01-01'}"
                .formatted(type, operator);
    }

    private static Place filter(String condition) {
        return Place.of(FILTER, "{'events': [{'id': 'e'}], 'properties': [" + condition + "]}");
    }

    private static Place query(String condition) {
        return Place.of(
                QUERY,
                "{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'e',"
                        + " 'properties': ["
                        + condition
                        + "]}]}");
    }

    private static Place testAccounts(String condition) {
        return Place.of(TEST_ACCOUNTS, "[" + condition + "]");
    }

    private static Stream<String> filterForm() {
        return Stream.of(
                "{'events': [{'id': '§'}]}",
                "{'events': [{'id': '§', 'math': 'dau'}, {'id': 'b'}, {'id': '§ '}]}",
                "{'events': [{'id': '§', 'math': 'weekly_active'}]}",
                "{'events': [{'id': '§', 'math': 'first_time_for_user'}]}",
                "{'events': [{'id': 'e', 'name': '§', 'custom_name': '§'}]}",
                "{'events': [{'id': 'e', 'math': 'sum', 'math_property': '§'}]}",
                "{'events': [{'id': 'e', 'math': 'p90', 'math_property': '§'}]}",
                "{'events': [{'id': 'e', 'math': 'avg', 'math_property': '§',"
                        + " 'math_property_type': 'person_properties'}]}",
                "{'events': [{'id': 'e', 'math': '§'}]}",
                "{'events': [{'id': 'e', 'properties': {'§': 'b'}}]}",
                "{'events': [{'id': 'e', 'properties': {'a__icontains': '§'}}]}",
                "{'events': [{'id': 'e'}], 'breakdown': '§', 'breakdown_type': 'event'}",
                "{'events': [{'id': 'e'}], 'breakdown': '§', 'breakdown_type': 'person'}",
                "{'events': [{'id': 'e'}], 'breakdown': '§', 'breakdown_type': 'group',"
                        + " 'breakdown_group_type_index': 1}",
                "{'events': [{'id': 'e'}], 'breakdown': '§', 'breakdown_type': 'session'}",
                "{'events': [{'id': 'e'}], 'breakdown': '§', 'breakdown_type': 'event_metadata'}",
                "{'events': [{'id': 'e'}], 'breakdown': ['§'], 'breakdown_type': 'cohort'}",
                "{'events': [{'id': 'e'}], 'breakdown': '§', 'breakdown_type': '§'}",
                "{'events': [{'id': 'e'}], 'breakdown': '§', 'breakdown_normalize_url': true}",
                "{'events': [{'id': 'e'}], 'breakdown': '§', 'breakdown_histogram_bin_count': 5}",
                "{'events': [{'id': 'e'}], 'breakdowns': [{'property': '§', 'type': 'event'},"
                        + " {'property': '§ ', 'type': 'person'}]}",
                "{'events': [{'id': 'e'}], 'date_from': '§'}",
                "{'events': [{'id': 'e'}], 'date_from': '-7d', 'date_to': '§'}",
                "{'events': [{'id': 'e'}], 'compare_to': '§', 'compare': true}",
                "{'events': [{'id': 'e'}], 'formula': '§'}",
                "{'events': [{'id': 'e'}], 'interval': '§'}",
                "{'events': [{'id': 'e'}], 'display': '§'}",
                "{'events': [{'id': 'e'}], 'properties': {'type': 'OR', 'values': [{'type': 'AND',"
                        + " 'values': [{'key': '§', 'value': '§', 'type': 'event'}]}, {'type':"
                        + " '§', 'values': [{'key': 'b', 'value': 'c', 'type': 'event'}]}]}}");
    }

    private static Stream<String> queryForm() {
        String start = "{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', ";
        return Stream.of(
                start + "'event': '§', 'name': '§', 'custom_name': '§'}]}",
                start + "'event': 'e', 'math': 'sum', 'math_property': '§'}]}",
                start + "'event': 'e'}], 'breakdownFilter': {'breakdown': '§'}}",
                start
                        + "'event': 'e'}], 'breakdownFilter': {'breakdowns': [{'property': '§'},"
                        + " {'property': '§', 'type': 'group', 'group_type_index': 0}]}}",
                start + "'event': 'e'}], 'dateRange': {'date_from': '§'}}",
                start + "'event': 'e'}], 'trendsFilter': {'formula': '§'}}",
                start
                        + "'event': 'e'}], 'trendsFilter': {'formulaNodes': [{'formula': 'A',"
                        + " 'custom_name': '§'}]}}",
                start + "'event': 'e'}], '§': 1}",
                "{'kind': 'TrendsQuery', 'series': [{'kind': 'GroupNode', 'operator': 'OR', 'name':"
                        + " '§', 'nodes': [{'kind': 'EventsNode', 'event': '§', 'name': '§'},"
                        + " {'kind': 'EventsNode', 'event': '§ ', 'properties': [{'key': '§',"
                        + " 'value': '§', 'operator': 'exact', 'type': 'event'}]}]}]}");
    }

    private static Stream<String> steps() {
        Stream<String> matched =
                Stream.of("exact", "regex", "contains", "§")
                        .flatMap(how ->
                                Stream.of("url", "href", "text")
                                        .map(part ->
                                                ("{'event': '$autocapture', '%1$s': '§',"
                                                                + " '%1$s_matching': '%2$s'}")
                                                        .formatted(part, how)));
        Stream<String> others =
                Stream.of(
                        "{'event': '§'}",
                        "{'event': '$autocapture', 'tag_name': '§'}",
                        "{'event': '$autocapture', 'selector': '§'}",
                        "{'event': '$autocapture', 'selector': '[href=\\\"§\\\"]'}",
                        "{'event': '$autocapture', 'selector': 'div > .§'}",
                        "{'event': 'e', 'properties': [{'key': '§', 'value': '§', 'type':"
                                + " 'event', 'operator': 'icontains'}]}");
        return Stream.concat(matched, others);
    }

    private static Stream<String> criteria() {
        Stream<String> behaviours =
                BEHAVIOURS.stream()
                        .map(behaviour ->
                                "{'type': 'behavioral', 'key': '§', 'event_type': 'events',"
                                        + " 'event_filters': [{'key': '§', 'value': '§',"
                                        + " 'operator': 'exact', 'type': 'event'}], "
                                        + behaviour
                                        + "}");
        Stream<String> properties =
                operators()
                        .map(operator ->
                                "{'key': '§', 'type': 'person', 'operator': '%s', 'value': '§'}"
                                        .formatted(operator));
        return Stream.concat(behaviours, properties);
    }

    private static Place cohort(String criterion) {
        return Place.of(
                COHORT,
                "{'properties': {'type': 'OR', 'values': [{'type': 'AND', 'values': ["
                        + criterion
                        + "]}]}}");
    }

    private static Stream<Place> hogQl() {
        return Stream.of(
                        "event = '§'",
                        "properties['§'] = 'a'",
                        "properties.a['§'] = 'a'",
                        "properties.`§` = 'a'",
                        "person.properties.\\\"§\\\" = 'a'",
                        "properties.a ilike '%§%'",
                        "match(properties.a, '§')",
                        "concat(properties.a, '§', event)",
                        "has(['§', 'b'], properties.a)",
                        "properties.a in ('§', 'b')",
                        "replaceAll(properties.a, '§', '§')",
                        "JSONExtractString(properties, '§', 'b')",
                        "if(event = '§', '§', 'b')",
                        "splitByString('§', properties.a)[1]",
                        "toDateTime('§')",
                        "formatDateTime(timestamp, '§')",
                        "dateDiff('§', timestamp, now())",
                        "person_id in cohort '§'")
                .flatMap(Places::inHogQl);
    }

    private static Stream<Place> inHogQl(String expression) {
        String quoted = expression.replace('\'', '’');
        return Stream.of(
                        "{'events': [{'id': 'e'}], 'properties': [{'type': 'hogql', 'key': '%s'}]}",
                        "{'events': [{'id': 'e'}], 'breakdown_type': 'hogql', 'breakdown': '%s'}",
                        "{'events': [{'id': 'e', 'math': 'hogql', 'math_hogql': 'countIf((%s) ="
                                + " ’a’)'}]}")
                .map(json -> json.formatted(quoted))
                .map(json -> new Place(FILTER, json, Places::escaped));
    }

    // As HogQL writes it between quotes of any kind.
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\"", "\\\"")
                .replace("`", "\\`");
    }
}
