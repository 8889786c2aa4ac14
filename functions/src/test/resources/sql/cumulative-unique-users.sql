SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "first_slot" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT "counted_person",
               1 AS "amount",
               min("bucket") AS "first_slot"
        FROM (
            SELECT "person_key" AS "counted_person",
                   CAST("timestamp" AS date) AS "bucket"
            FROM (
                SELECT "person_key",
                       CAST("day" AS timestamp(3)) AS "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                UNION ALL
                SELECT "person_key",
                       "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
        )
        GROUP BY "counted_person"
    )
    GROUP BY "first_slot"
)
WHERE (NOT ("amount" IS NULL))
