SELECT 1 AS "series",
       CASE WHEN ("tally" = 1) THEN 0 WHEN ("tally" = 2) THEN 1 ELSE NULL END AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           "slot",
           count(*) AS "amount"
    FROM (
        SELECT "tally",
               "bucket" AS "slot",
               "counted_person",
               1 AS "amount"
        FROM (
            SELECT "person_key" AS "counted_person",
                   CAST("timestamp" AS date) AS "bucket",
                   CASE WHEN ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') THEN 1 WHEN ("timestamp" BETWEEN TIMESTAMP '2019-12-28 00:00:00.000' AND TIMESTAMP '2019-12-31 23:59:59.000') THEN 2 ELSE NULL END AS "tally"
            FROM (
                SELECT "person_key",
                       CAST("day" AS timestamp(3)) AS "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-28' AND '2019-12-30') AND ("event" = '$pageview'))
                UNION ALL
                SELECT "person_key",
                       "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-31' AND '2019-12-31') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-28 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                UNION ALL
                SELECT "person_key",
                       CAST("day" AS timestamp(3)) AS "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                UNION ALL
                SELECT "person_key",
                       "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-28 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
        )
        WHERE (NOT ("tally" IS NULL))
        GROUP BY "tally", "bucket", "counted_person"
    )
    GROUP BY "tally", "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally"
