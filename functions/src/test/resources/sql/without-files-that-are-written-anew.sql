SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT CAST("day" AS timestamp(3)) AS "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview') AND (NOT ("$path" IN ('s3://lake/events/project_id=7/day=2020-01-02/a-0.parquet', 's3://lake/events/project_id=7/day=2020-01-02/it''s.parquet'))))
            UNION ALL
            SELECT "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview') AND (NOT ("$path" IN ('s3://lake/events/project_id=7/day=2020-01-04/b-0.parquet'))))
        )
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
