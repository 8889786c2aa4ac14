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
            SELECT CAST((with_timezone("timestamp", 'UTC') AT TIME ZONE 'UTC') AS date) AS "bucket"
            FROM (
                SELECT "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
        )
        GROUP BY "bucket"
    )
    CROSS JOIN UNNEST("amounts") WITH ORDINALITY AS unnested ("amount", "series")
    WHERE (NOT ("amount" IS NULL))
)
GROUP BY "series"
