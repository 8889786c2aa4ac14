SELECT 1 AS "series",
       0 AS "period",
       "value",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END AS "value",
           "slot",
           sum("amount") AS "amount"
    FROM (
        SELECT "value",
               "slot",
               "amount",
               "total",
               dense_rank() OVER (ORDER BY ("value" = '$$_posthog_breakdown_null_$$'), "total" DESC, "value") AS "place"
        FROM (
            SELECT "value",
                   "slot",
                   "amount",
                   sum("amount") OVER (PARTITION BY "value") AS "total"
            FROM (
                SELECT "value_1" AS "value",
                       "bucket" AS "slot",
                       count(*) AS "amount"
                FROM (
                    SELECT coalesce(nullif("event", ''), '$$_posthog_breakdown_null_$$') AS "value_1",
                           CAST("timestamp" AS date) AS "bucket"
                    FROM (
                        SELECT "event",
                               CAST("day" AS timestamp(3)) AS "timestamp"
                        FROM "events"
                        WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03'))
                        UNION ALL
                        SELECT "event",
                               "timestamp"
                        FROM "events"
                        WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000'))
                    )
                )
                GROUP BY "value_1", "bucket"
            )
        )
    )
    GROUP BY CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END, "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "value"
