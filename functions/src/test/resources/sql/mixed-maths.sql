SELECT CASE WHEN ("tally" = 1) THEN 1 WHEN ("tally" = 2) THEN 2 WHEN ("tally" = 3) THEN 3 ELSE NULL END AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           CASE WHEN ("tally" = 1) THEN "slot" WHEN ("tally" = 2) THEN CASE WHEN ("change" = 1) THEN "slot" ELSE least(date_add('day', 7, "slot"), coalesce("next_slot", date_add('day', 7, "slot"))) END WHEN ("tally" = 3) THEN CAST("first_passing" AS date) ELSE NULL END AS "slot",
           CASE WHEN ("tally" = 1) THEN arbitrary("amount") WHEN ("tally" = 2) THEN sum("change") WHEN ("tally" = 3) THEN count(*) ELSE NULL END AS "amount"
    FROM (
        SELECT "tally",
               "slot",
               "counted_person",
               "amount",
               "first_seen",
               "first_passing",
               lead("slot") OVER (PARTITION BY "tally", "counted_person" ORDER BY "slot") AS "next_slot"
        FROM (
            SELECT "tally",
                   CASE WHEN ("tally" IN (1, 2)) THEN "bucket" ELSE NULL END AS "slot",
                   CASE WHEN ("tally" IN (2, 3)) THEN "counted_person" ELSE NULL END AS "counted_person",
                   CASE WHEN ("tally" = 1) THEN count(*) WHEN ("tally" IN (2, 3)) THEN 1 ELSE NULL END AS "amount",
                   min("timestamp") AS "first_seen",
                   min("timestamp") FILTER (WHERE CASE WHEN ("tally" IN (1, 2)) THEN FALSE WHEN ("tally" = 3) THEN ("passes_3" AND ("timestamp" >= TIMESTAMP '2020-01-01 00:00:00.000')) ELSE NULL END) AS "first_passing"
            FROM (
                SELECT CAST("timestamp" AS date) AS "bucket",
                       "person_key" AS "counted_person",
                       "timestamp",
                       TRUE AS "passes_3",
                       (("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview')) AS "in_tally_1",
                       (("timestamp" BETWEEN TIMESTAMP '2019-12-26 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview')) AS "in_tally_2",
                       ("event" = 'sign up') AS "in_tally_3"
                FROM (
                    SELECT "person_key",
                           "timestamp",
                           "event"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2015-01-01' AND '2019-12-25') AND ("timestamp" BETWEEN TIMESTAMP '2015-01-01 00:00:00.000' AND TIMESTAMP '2019-12-25 23:59:59.999') AND ("event" = 'sign up'))
                    UNION ALL
                    SELECT "person_key",
                           "timestamp",
                           "event"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-26' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-26 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" IN ('$pageview', 'sign up')))
                )
            )
            CROSS JOIN UNNEST(ARRAY[CASE WHEN "in_tally_1" THEN 1 ELSE NULL END, CASE WHEN "in_tally_2" THEN 2 ELSE NULL END, CASE WHEN "in_tally_3" THEN 3 ELSE NULL END]) AS expanded ("tally")
            WHERE (NOT ("tally" IS NULL))
            GROUP BY "tally", CASE WHEN ("tally" IN (1, 2)) THEN "bucket" ELSE NULL END, CASE WHEN ("tally" IN (2, 3)) THEN "counted_person" ELSE NULL END
        )
    )
    CROSS JOIN UNNEST(CASE WHEN ("tally" IN (1, 3)) THEN ARRAY[1] WHEN ("tally" = 2) THEN ARRAY[1, -1] ELSE NULL END) AS expanded ("change")
    WHERE CASE WHEN ("tally" IN (1, 2)) THEN TRUE WHEN ("tally" = 3) THEN ("first_seen" = "first_passing") ELSE NULL END
    GROUP BY "tally", CASE WHEN ("tally" = 1) THEN "slot" WHEN ("tally" = 2) THEN CASE WHEN ("change" = 1) THEN "slot" ELSE least(date_add('day', 7, "slot"), coalesce("next_slot", date_add('day', 7, "slot"))) END WHEN ("tally" = 3) THEN CAST("first_passing" AS date) ELSE NULL END
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally"
