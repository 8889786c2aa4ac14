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
                   "of_person_0",
                   count(CASE WHEN ((("event" = 'buy') AND ("timestamp" >= TIMESTAMP '2019-12-28 00:00:00.000') AND ("timestamp" < TIMESTAMP '2020-01-05 00:00:00.000')) AND ("of_person_0" <= date_add('second', 172800, "timestamp"))) THEN 1 ELSE NULL END) OVER (PARTITION BY "person_key") AS "of_person_1"
            FROM (
                SELECT "event",
                       "timestamp",
                       "person_key",
                       min(CASE WHEN (("event" = 'sign up') AND ("timestamp" >= TIMESTAMP '2019-12-28 00:00:00.000') AND ("timestamp" < TIMESTAMP '2020-01-07 00:00:00.000')) THEN "timestamp" ELSE NULL END) OVER (PARTITION BY "person_key" ORDER BY "timestamp", (("event" = 'sign up') AND ("timestamp" >= TIMESTAMP '2019-12-28 00:00:00.000') AND ("timestamp" < TIMESTAMP '2020-01-07 00:00:00.000')), (("event" = 'buy') AND ("timestamp" >= TIMESTAMP '2019-12-28 00:00:00.000') AND ("timestamp" < TIMESTAMP '2020-01-05 00:00:00.000')) DESC ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "of_person_0"
                FROM (
                    SELECT "event",
                           "timestamp",
                           "person_key"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-28' AND '2020-01-06') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-28 00:00:00.000' AND TIMESTAMP '2020-01-06 23:59:59.999') AND ("event" IN ('$pageview', 'buy', 'sign up')))
                )
            )
        )
        WHERE (("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview') AND ("of_person_1" > 0))
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
