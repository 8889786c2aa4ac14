SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "slot",
           count(*) AS "amount"
    FROM (
        SELECT "bucket" AS "slot",
               "counted_person",
               1 AS "amount"
        FROM (
            SELECT "person" AS "counted_person",
                   CAST("timestamp" AS date) AS "bucket"
            FROM (
                SELECT "person_key",
                       "distinct_id",
                       "person_properties",
                       "timestamp",
                       coalesce("known_person_key", "person_key") AS "person",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract(coalesce("known_person_properties", "person_properties"), '$["email"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_1"
                FROM (
                    SELECT "person_key",
                           "distinct_id",
                           "person_properties",
                           CAST("day" AS timestamp(3)) AS "timestamp"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                    UNION ALL
                    SELECT "person_key",
                           "distinct_id",
                           "person_properties",
                           "timestamp"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                )
                LEFT JOIN (
                    SELECT "distinct_id" AS "known_distinct_id",
                           "person_key" AS "known_person_key",
                           "properties" AS "known_person_properties"
                    FROM "persons"
                    WHERE (("project_id" = '7') AND ("version" = '3'))
                ) ON ("distinct_id" = "known_distinct_id")
            )
            WHERE (("person_property_1" IS NULL) OR (NOT (lower("person_property_1") LIKE '%@example.com%' ESCAPE '\')))
        )
        GROUP BY "bucket", "counted_person"
    )
    GROUP BY "slot"
)
WHERE (NOT ("amount" IS NULL))
