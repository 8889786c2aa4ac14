SELECT 1 AS "series",
       0 AS "period",
       "value",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END AS "value",
           "slot",
           sum("amount") AS "amount"
    FROM (
        SELECT "value",
               "slot",
               "amount",
               "total",
               dense_rank() OVER (ORDER BY ("value" = '$$_posthog_breakdown_null_$$'), "total" DESC, "value") AS "place"
        FROM (
            SELECT "value",
                   "slot",
                   "amount",
                   sum("amount") OVER (PARTITION BY "value") AS "total"
            FROM (
                SELECT "value_passing" AS "value",
                       CAST("first_passing" AS date) AS "slot",
                       count(*) AS "amount"
                FROM (
                    SELECT "counted_person",
                           1 AS "amount",
                           min("timestamp") AS "first_seen",
                           min("timestamp") FILTER (WHERE ("passes_1" AND ("timestamp" >= TIMESTAMP '2020-01-01 00:00:00.000'))) AS "first_passing",
                           min_by("value_1", "timestamp") FILTER (WHERE ("passes_1" AND ("timestamp" >= TIMESTAMP '2020-01-01 00:00:00.000'))) AS "value_passing"
                    FROM (
                        SELECT coalesce(nullif("event_property_0", ''), '$$_posthog_breakdown_null_$$') AS "value_1",
                               "person_key" AS "counted_person",
                               "timestamp",
                               TRUE AS "passes_1"
                        FROM (
                            SELECT NULL AS "event_property_0",
                                   "person_key",
                                   "timestamp",
                                   "event"
                            FROM "events"
                            WHERE (("project_id" = '7') AND ("day" BETWEEN '2015-01-01' AND '2019-12-31') AND ("timestamp" BETWEEN TIMESTAMP '2015-01-01 00:00:00.000' AND TIMESTAMP '2019-12-31 23:59:59.999') AND ("event" = '$pageview'))
                            UNION ALL
                            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                                   "person_key",
                                   "timestamp",
                                   "event"
                            FROM "events"
                            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-02') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                            UNION ALL
                            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("property_0", '$')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                                   "person_key",
                                   "timestamp",
                                   "event"
                            FROM "events"
                            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-03' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                        )
                        WHERE ("event" = '$pageview')
                    )
                    GROUP BY "counted_person"
                )
                WHERE ("first_seen" = "first_passing")
                GROUP BY "value_passing", CAST("first_passing" AS date)
            )
        )
    )
    GROUP BY CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END, "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "value"
