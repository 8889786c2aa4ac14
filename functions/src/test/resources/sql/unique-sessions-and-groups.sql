SELECT CASE WHEN ("tally" = 1) THEN 1 WHEN ("tally" = 2) THEN 2 ELSE NULL END AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           "slot",
           count(*) AS "amount"
    FROM (
        SELECT "tally",
               "bucket" AS "slot",
               CASE WHEN ("tally" = 1) THEN "counted_session" ELSE NULL END AS "counted_session",
               CASE WHEN ("tally" = 2) THEN "counted_group_1" ELSE NULL END AS "counted_group_1",
               1 AS "amount"
        FROM (
            SELECT coalesce("session_id", '') AS "counted_session",
                   CAST("timestamp" AS date) AS "bucket",
                   "group_1" AS "counted_group_1",
                   TRUE AS "in_tally_1",
                   ((("group_1" IS NULL) OR (NOT ("group_1" = ''))) AND (NOT ("group_1" IS NULL))) AS "in_tally_2"
            FROM (
                SELECT "session_id",
                       "group_1",
                       CAST("day" AS timestamp(3)) AS "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                UNION ALL
                SELECT "session_id",
                       "group_1",
                       "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
        )
        CROSS JOIN UNNEST(ARRAY[CASE WHEN "in_tally_1" THEN 1 ELSE NULL END, CASE WHEN "in_tally_2" THEN 2 ELSE NULL END]) AS expanded ("tally")
        WHERE (NOT ("tally" IS NULL))
        GROUP BY "tally", "bucket", CASE WHEN ("tally" = 1) THEN "counted_session" ELSE NULL END, CASE WHEN ("tally" = 2) THEN "counted_group_1" ELSE NULL END
    )
    GROUP BY "tally", "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally"
