SELECT CASE WHEN ("tally" = 1) THEN 1 WHEN ("tally" = 2) THEN 2 ELSE NULL END AS "series",
       0 AS "period",
       "value",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           CASE WHEN ("place" <= 3) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END AS "value",
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
                   sum("amount") OVER (PARTITION BY "tally", "value") AS "total"
            FROM (
                SELECT "tally",
                       "value",
                       "slot",
                       CASE WHEN ("tally" = 1) THEN arbitrary("amount") WHEN ("tally" = 2) THEN count(*) ELSE NULL END AS "amount"
                FROM (
                    SELECT "tally",
                           "value_1" AS "value",
                           "bucket" AS "slot",
                           CASE WHEN ("tally" = 2) THEN "counted_person" ELSE NULL END AS "counted_person",
                           CASE WHEN ("tally" = 1) THEN count(*) WHEN ("tally" = 2) THEN 1 ELSE NULL END AS "amount"
                    FROM (
                        SELECT coalesce(nullif("person_property_0", ''), '$$_posthog_breakdown_null_$$') AS "value_1",
                               CAST("timestamp" AS date) AS "bucket",
                               "person_key" AS "counted_person",
                               CASE WHEN ("event" = 'sign up') THEN 1 WHEN ("event" = '$pageview') THEN 2 ELSE NULL END AS "tally"
                        FROM (
                            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("person_properties", '$["plan"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_0",
                                   "person_key",
                                   "event",
                                   CAST("day" AS timestamp(3)) AS "timestamp"
                            FROM "events"
                            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" IN ('$pageview', 'sign up')))
                            UNION ALL
                            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("person_properties", '$["plan"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_0",
                                   "person_key",
                                   "event",
                                   "timestamp"
                            FROM "events"
                            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" IN ('$pageview', 'sign up')))
                        )
                    )
                    WHERE (NOT ("tally" IS NULL))
                    GROUP BY "tally", "value_1", "bucket", CASE WHEN ("tally" = 2) THEN "counted_person" ELSE NULL END
                )
                GROUP BY "tally", "value", "slot"
            )
        )
    )
    WHERE ("place" <= 3)
    GROUP BY "tally", CASE WHEN ("place" <= 3) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END, "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally", "value"
