SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map(ARRAY['total'], ARRAY["amount"]) AS json)) AS "points"
FROM (
    SELECT count(*) AS "amount"
    FROM (
        SELECT "counted_person",
               1 AS "amount"
        FROM (
            SELECT "person_key" AS "counted_person"
            FROM (
                SELECT "person_key"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-06' AND '2020-01-03') AND ("event" = '$pageview'))
                UNION ALL
                SELECT "person_key"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-06 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
        )
        GROUP BY "counted_person"
    )
)
