SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT "person_key",
                   "distinct_id",
                   "timestamp",
                   "person",
                   coalesce("on_list_4", FALSE) AS "in_cohort_4"
            FROM (
                SELECT "person_key",
                       "distinct_id",
                       "timestamp",
                       coalesce("known_person_key", "person_key") AS "person"
                FROM (
                    SELECT "person_key",
                           "distinct_id",
                           CAST("day" AS timestamp(3)) AS "timestamp"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                    UNION ALL
                    SELECT "person_key",
                           "distinct_id",
                           "timestamp"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                )
                LEFT JOIN (
                    SELECT "distinct_id" AS "known_distinct_id",
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
        WHERE (NOT "in_cohort_4")
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
