SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "slot",
           coalesce(avg("amount"), 0) AS "amount"
    FROM (
        SELECT "bucket" AS "slot",
               "counted_session",
               arbitrary("number") AS "amount"
        FROM (
            SELECT coalesce("session_id", '') AS "counted_session",
                   CAST(CASE WHEN ("session_id" IS NULL) THEN 0 ELSE (CAST(floor(to_unixtime("of_session_0")) AS bigint) - CAST(floor(to_unixtime("of_session_1")) AS bigint)) END AS double) AS "number",
                   CAST("timestamp" AS date) AS "bucket"
            FROM (
                SELECT "session_id",
                       "timestamp",
                       "event",
                       max("timestamp") OVER (PARTITION BY "session_id", CASE WHEN ("session_id" IS NULL) THEN "timestamp" ELSE NULL END) AS "of_session_0",
                       min("timestamp") OVER (PARTITION BY "session_id", CASE WHEN ("session_id" IS NULL) THEN "timestamp" ELSE NULL END) AS "of_session_1"
                FROM (
                    SELECT "session_id",
                           "timestamp",
                           "event"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-31' AND '2020-01-05') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-31 00:00:00.000' AND TIMESTAMP '2020-01-05 23:59:59.000'))
                )
            )
            WHERE (("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
        )
        GROUP BY "bucket", "counted_session"
    )
    GROUP BY "slot"
)
WHERE (NOT ("amount" IS NULL))
