SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map(ARRAY['total'], ARRAY["amount"]) AS json)) AS "points"
FROM (
    SELECT count(*) AS "amount"
    FROM (
        SELECT 1 AS "event_seen"
        FROM (
            SELECT 1 AS "event_seen"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-31' AND '2019-12-31') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-31 18:15:00.000' AND TIMESTAMP '2020-01-04 18:14:59.000') AND ("event" = '$pageview'))
            UNION ALL
            SELECT 1 AS "event_seen"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
            UNION ALL
            SELECT 1 AS "event_seen"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-31 18:15:00.000' AND TIMESTAMP '2020-01-04 18:14:59.000') AND ("event" = '$pageview'))
        )
    )
)
