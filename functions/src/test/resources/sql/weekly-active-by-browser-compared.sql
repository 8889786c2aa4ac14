SELECT 1 AS "series",
       CASE WHEN ("tally" = 1) THEN 0 WHEN ("tally" = 2) THEN 1 ELSE NULL END AS "period",
       "value",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END AS "value",
           "slot",
           sum("amount") AS "amount"
    FROM (
        SELECT "tally",
               "value",
               "slot",
               "amount",
               "total",
               dense_rank() OVER (PARTITION BY "tally" ORDER BY ("value" = '$$_posthog_breakdown_null_$$'), "total" DESC, "value") AS "place"
        FROM (
            SELECT "tally",
                   "value",
                   "slot",
                   "amount",
                   sum(("amount" * CASE WHEN ("tally" = 1) THEN (greatest(0, (date_diff('day', greatest("slot", CAST('2020-01-01' AS date)), CAST('2020-01-04' AS date)) + 1)) / 1) WHEN ("tally" = 2) THEN (greatest(0, (date_diff('day', greatest("slot", CAST('2019-12-28' AS date)), CAST('2019-12-31' AS date)) + 1)) / 1) ELSE NULL END)) OVER (PARTITION BY "tally", "value") AS "total"
            FROM (
                SELECT "tally",
                       "value",
                       CASE WHEN ("change" = 1) THEN "slot" ELSE least(date_add('day', 7, "slot"), coalesce("next_slot", date_add('day', 7, "slot"))) END AS "slot",
                       sum("change") AS "amount"
                FROM (
                    SELECT "tally",
                           "value",
                           "slot",
                           "counted_person",
                           "amount",
                           lead("slot") OVER (PARTITION BY "tally", "value", "counted_person" ORDER BY "slot") AS "next_slot"
                    FROM (
                        SELECT "tally",
                               "value_1" AS "value",
                               "bucket" AS "slot",
                               "counted_person",
                               1 AS "amount"
                        FROM (
                            SELECT coalesce(nullif("event_property_0", ''), '$$_posthog_breakdown_null_$$') AS "value_1",
                                   "person_key" AS "counted_person",
                                   CAST("timestamp" AS date) AS "bucket",
                                   ("timestamp" BETWEEN TIMESTAMP '2019-12-26 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AS "in_tally_1",
                                   ("timestamp" BETWEEN TIMESTAMP '2019-12-22 00:00:00.000' AND TIMESTAMP '2019-12-31 23:59:59.000') AS "in_tally_2"
                            FROM (
                                SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                                       "person_key",
                                       CAST("day" AS timestamp(3)) AS "timestamp"
                                FROM "events"
                                WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-22' AND '2019-12-30') AND ("event" = '$pageview'))
                                UNION ALL
                                SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                                       "person_key",
                                       "timestamp"
                                FROM "events"
                                WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-31' AND '2019-12-31') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-22 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                                UNION ALL
                                SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                                       "person_key",
                                       CAST("day" AS timestamp(3)) AS "timestamp"
                                FROM "events"
                                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                                UNION ALL
                                SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                                       "person_key",
                                       "timestamp"
                                FROM "events"
                                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-22 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                            )
                        )
                        CROSS JOIN UNNEST(ARRAY[CASE WHEN "in_tally_1" THEN 1 ELSE NULL END, CASE WHEN "in_tally_2" THEN 2 ELSE NULL END]) AS expanded ("tally")
                        WHERE (NOT ("tally" IS NULL))
                        GROUP BY "tally", "value_1", "bucket", "counted_person"
                    )
                )
                CROSS JOIN UNNEST(ARRAY[1, -1]) AS expanded ("change")
                GROUP BY "tally", "value", CASE WHEN ("change" = 1) THEN "slot" ELSE least(date_add('day', 7, "slot"), coalesce("next_slot", date_add('day', 7, "slot"))) END
            )
        )
    )
    GROUP BY "tally", CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END, "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally", "value"
