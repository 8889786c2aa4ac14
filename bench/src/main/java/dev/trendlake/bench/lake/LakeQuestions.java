package dev.trendlake.bench.lake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The questions that the lake's layout is made for, and what each may read. */
final class LakeQuestions {
    /** The properties that have columns, the narrowest first. */
    static final String COLUMNS =
            "event:price,event:$device_type,event:$browser,event:$os,event:utm_source,"
                    + "event:$pathname,event:$current_url";

    private LakeQuestions() {}

    static List<LakeQuestion> all() {
        return List.of(
                new LakeQuestion(
                        "count per day by `$browser`, top 25 and other, all events",
                        "\"events\": [{\"id\": null}], \"breakdown\": \"$browser\"",
                        by("json_extract_scalar(properties, '$[\"$browser\"]'), count(*)", 1, 2),
                        Set.of("property_2"),
                        Optional.empty(),
                        0,
                        10),
                new LakeQuestion(
                        "the same of the most frequent event",
                        "\"events\": [{\"id\": \"event 01\"}], \"breakdown\": \"$browser\"",
                        by(
                                "json_extract_scalar(properties, '$[\"$browser\"]'), "
                                        + "count_if(event = 'event 01')",
                                1,
                                2),
                        Set.of("event", "property_2"),
                        Optional.of("event 01"),
                        0,
                        10),
                new LakeQuestion(
                        "count per day where `$browser` is one value and `utm_source` is set",
                        """
                        "events": [{"id": null}], "properties": [
                            {"key": "$browser", "value": "Firefox", "type": "event"},
                            {"key": "utm_source", "operator": "is_set", "type": "event"}]
                        """,
                        by(
                                "count_if(json_extract_scalar(properties, '$[\"$browser\"]')"
                                        + " = 'Firefox' AND json_extract_scalar(properties,"
                                        + " '$[\"utm_source\"]') IS NOT NULL)",
                                1),
                        Set.of("property_2", "property_4"),
                        Optional.empty(),
                        0,
                        10),
                new LakeQuestion(
                        "median and p95 per day of a number of an event of 4 %",
                        """
                        "events": [
                            {"id": "event 06", "math": "median", "math_property": "price"},
                            {"id": "event 06", "math": "p95", "math_property": "price"}]
                        """,
                        by(
                                "approx_percentile(CAST(json_extract_scalar(properties,"
                                        + " '$[\"price\"]') AS double), ARRAY[0.5, 0.95])"
                                        + " FILTER (WHERE event = 'event 06')",
                                1),
                        Set.of("event", "property_0", "uuid"),
                        Optional.of("event 06"),
                        0,
                        6),
                new LakeQuestion(
                        "unique people per day, all events",
                        "\"events\": [{\"id\": null, \"math\": \"dau\"}]",
                        by("count(DISTINCT person_id)", 1),
                        Set.of("person_key"),
                        Optional.empty(),
                        0,
                        20),
                new LakeQuestion(
                        "unique people per day of the most frequent event",
                        "\"events\": [{\"id\": \"event 01\", \"math\": \"dau\"}]",
                        by("count(DISTINCT person_id) FILTER (WHERE event = 'event 01')", 1),
                        Set.of("event", "person_key"),
                        Optional.of("event 01"),
                        0,
                        20),
                new LakeQuestion(
                        "weekly actives per day, all events",
                        "\"events\": [{\"id\": null, \"math\": \"weekly_active\"}]",
                        by("count(DISTINCT person_id)", 1),
                        Set.of("person_key"),
                        Optional.empty(),
                        6,
                        25),
                new LakeQuestion(
                        "weekly actives per day of the most frequent event",
                        "\"events\": [{\"id\": \"event 01\", \"math\": \"weekly_active\"}]",
                        by("count(DISTINCT person_id) FILTER (WHERE event = 'event 01')", 1),
                        Set.of("event", "person_key"),
                        Optional.of("event 01"),
                        6,
                        25),
                new LakeQuestion(
                        "count per day of one event",
                        "\"events\": [{\"id\": \"event 01\"}]",
                        by("count_if(event = 'event 01')", 1),
                        Set.of("event"),
                        Optional.of("event 01"),
                        0,
                        2));
    }

    private static String by(String values, Integer... places) {
        String groups = List.of(places).toString().replaceAll("[\\[\\]]", "");
        return "SELECT day, %s FROM unsorted WHERE day BETWEEN '%%s' AND '%%s' GROUP BY %s"
                .formatted(values, groups);
    }
}
