SELECT 1 AS "series",
       0 AS "period",
       CAST("value" AS varchar) AS "value",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "value",
           "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT TRUE AS "in_breakdown_0",
               coalesce(("person_property_0" = 'pro'), FALSE) AS "in_breakdown_3",
               "in_cohort_4" AS "in_breakdown_4",
               CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT "person_properties",
                   "distinct_id",
                   "person_key",
                   "timestamp",
                   "person_property_0",
                   "person",
                   coalesce("on_list_4", FALSE) AS "in_cohort_4"
            FROM (
                SELECT "person_properties",
                       "distinct_id",
                       "person_key",
                       "timestamp",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract(coalesce("known_person_properties", "person_properties"), '$["plan"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_0",
                       coalesce("known_person_key", "person_key") AS "person"
                FROM (
                    SELECT "person_properties",
                           "distinct_id",
                           "person_key",
                           CAST("day" AS timestamp(3)) AS "timestamp"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                    UNION ALL
                    SELECT "person_properties",
                           "distinct_id",
                           "person_key",
                           "timestamp"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                )
                LEFT JOIN (
                    SELECT "distinct_id" AS "known_distinct_id",
                           "properties" AS "known_person_properties",
                           "person_key" AS "known_person_key"
                    FROM "persons"
                    WHERE (("project_id" = '7') AND ("version" = '3'))
                ) ON ("distinct_id" = "known_distinct_id")
            )
            LEFT JOIN (
                SELECT "person_key" AS "listed_person",
                       bool_or(("cohort_id" = 4)) AS "on_list_4"
                FROM "cohort_people"
                WHERE (("project_id" = '7') AND ("version" = '5') AND ("cohort_id" IN (4)))
                GROUP BY "person_key"
            ) ON ("person" = "listed_person")
        )
    )
    CROSS JOIN UNNEST(ARRAY[CASE WHEN "in_breakdown_0" THEN 0 ELSE NULL END, CASE WHEN "in_breakdown_3" THEN 3 ELSE NULL END, CASE WHEN "in_breakdown_4" THEN 4 ELSE NULL END]) AS expanded ("value")
    WHERE (NOT ("value" IS NULL))
    GROUP BY "value", "bucket"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "value"
