SELECT "series",
       json_format(CAST(map_agg(CAST("bucket" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "series",
           "bucket",
           "amount"
    FROM (
        SELECT "bucket",
               ARRAY[nullif(count(*), 0)] AS "amounts"
        FROM (
            SELECT CAST(to_unixtime(date_trunc('hour', (with_timezone("timestamp", 'UTC') AT TIME ZONE 'Asia/Kathmandu'))) AS bigint) AS "bucket"
            FROM (
                SELECT "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-31' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-31 18:15:00.000' AND TIMESTAMP '2020-01-04 18:14:59.000'))
            )
        )
        GROUP BY "bucket"
    )
    CROSS JOIN UNNEST("amounts") WITH ORDINALITY AS unnested ("amount", "series")
    WHERE (NOT ("amount" IS NULL))
)
GROUP BY "series"
