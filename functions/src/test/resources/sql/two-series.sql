SELECT CASE WHEN ("tally" = 1) THEN 1 WHEN ("tally" = 2) THEN 2 ELSE NULL END AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           "slot",
           CASE WHEN ("tally" = 1) THEN arbitrary("amount") WHEN ("tally" = 2) THEN count(*) ELSE NULL END AS "amount"
    FROM (
        SELECT "tally",
               "bucket" AS "slot",
               CASE WHEN ("tally" = 2) THEN "counted_person" ELSE NULL END AS "counted_person",
               CASE WHEN ("tally" = 1) THEN count(*) WHEN ("tally" = 2) THEN 1 ELSE NULL END AS "amount"
        FROM (
            SELECT CAST("timestamp" AS date) AS "bucket",
                   "person_key" AS "counted_person",
                   CASE WHEN ("event" = 'sign up') THEN 1 WHEN ("event" = '$pageview') THEN 2 ELSE NULL END AS "tally"
            FROM (
                SELECT "person_key",
                       "event",
                       CAST("day" AS timestamp(3)) AS "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" IN ('$pageview', 'sign up')))
                UNION ALL
                SELECT "person_key",
                       "event",
                       "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" IN ('$pageview', 'sign up')))
            )
        )
        WHERE (NOT ("tally" IS NULL))
        GROUP BY "tally", "bucket", CASE WHEN ("tally" = 2) THEN "counted_person" ELSE NULL END
    )
    GROUP BY "tally", "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally"
