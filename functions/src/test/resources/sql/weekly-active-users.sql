SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT CASE WHEN ("change" = 1) THEN "slot" ELSE least(date_add('day', 7, "slot"), coalesce("next_slot", date_add('day', 7, "slot"))) END AS "slot",
           sum("change") AS "amount"
    FROM (
        SELECT "slot",
               "counted_person",
               "amount",
               lead("slot") OVER (PARTITION BY "counted_person" ORDER BY "slot") AS "next_slot"
        FROM (
            SELECT "bucket" AS "slot",
                   "counted_person",
                   1 AS "amount"
            FROM (
                SELECT "person_key" AS "counted_person",
                       CAST("timestamp" AS date) AS "bucket"
                FROM (
                    SELECT "person_key",
                           CAST("day" AS timestamp(3)) AS "timestamp"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-26' AND '2020-01-03') AND ("event" = '$pageview'))
                    UNION ALL
                    SELECT "person_key",
                           "timestamp"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-26 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                )
            )
            GROUP BY "bucket", "counted_person"
        )
    )
    CROSS JOIN UNNEST(ARRAY[1, -1]) AS expanded ("change")
    GROUP BY CASE WHEN ("change" = 1) THEN "slot" ELSE least(date_add('day', 7, "slot"), coalesce("next_slot", date_add('day', 7, "slot"))) END
)
WHERE (NOT ("amount" IS NULL))
