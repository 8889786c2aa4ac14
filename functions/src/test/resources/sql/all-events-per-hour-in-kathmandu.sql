SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST(to_unixtime(date_trunc('hour', (with_timezone("timestamp", 'UTC') AT TIME ZONE 'Asia/Kathmandu'))) AS bigint) AS "bucket"
        FROM (
            SELECT "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-31' AND '2020-01-03') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-31 18:15:00.000' AND TIMESTAMP '2020-01-03 18:15:00.000'))
        )
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
