SELECT '' AS entry, day, (seconds[(cardinality(seconds) + 1) / 2] + seconds[cardinality(seconds) / 2 + 1]) / 2 AS value
FROM (
    SELECT day, array_sort(array_agg(seconds)) AS seconds
    FROM (
        SELECT CAST(to_unixtime(date_trunc('second', max("timestamp")))
                    - to_unixtime(date_trunc('second', min("timestamp"))) AS double) AS seconds,
               array_distinct(array_agg(day) FILTER (
                   WHERE event = '$pageview'
                     AND "timestamp" BETWEEN TIMESTAMP '2026-06-01 00:00:00.000'
                                         AND TIMESTAMP '2026-07-29 23:59:59.000')) AS days
        FROM events
        WHERE project_id = '1'
          AND day BETWEEN '2026-05-31' AND '2026-07-30'
        GROUP BY session_id
    )
    CROSS JOIN UNNEST(days) AS t (day)
    GROUP BY day
)
