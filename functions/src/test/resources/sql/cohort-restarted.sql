SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT "event",
                   "timestamp",
                   "person_key",
                   count(CASE WHEN (("event" = 'buy') AND ("timestamp" >= TIMESTAMP '2019-12-28 00:00:00.000') AND ("timestamp" < TIMESTAMP '2020-01-05 00:00:00.000')) THEN 1 ELSE NULL END) OVER (PARTITION BY "person_key") AS "of_person_0",
                   count(CASE WHEN (("event" = 'buy') AND ("timestamp" >= TIMESTAMP '2019-12-21 00:00:00.000') AND ("timestamp" < TIMESTAMP '2019-12-28 00:00:00.000')) THEN 1 ELSE NULL END) OVER (PARTITION BY "person_key") AS "of_person_1",
                   count(CASE WHEN (("event" = 'buy') AND ("timestamp" >= TIMESTAMP '1970-01-01 00:00:00.000') AND ("timestamp" < TIMESTAMP '2019-12-21 00:00:00.000')) THEN 1 ELSE NULL END) OVER (PARTITION BY "person_key") AS "of_person_2"
            FROM (
                SELECT "event",
                       "timestamp",
                       "person_key"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2015-01-01' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2015-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.999') AND ("event" IN ('$pageview', 'buy')))
            )
        )
        WHERE (("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview') AND (("of_person_0" > 0) AND ("of_person_1" = 0) AND ("of_person_2" > 0)))
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
