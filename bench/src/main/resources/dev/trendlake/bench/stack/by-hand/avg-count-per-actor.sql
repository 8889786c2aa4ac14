SELECT '' AS entry, day, avg(CAST(events AS double)) AS value
FROM (
    SELECT day, person_key, count(*) AS events
    FROM events
    WHERE project_id = '1'
      AND day BETWEEN '2026-06-01' AND '2026-07-29'
      AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
      AND event = '$pageview'
    GROUP BY day, person_key
)
GROUP BY day
