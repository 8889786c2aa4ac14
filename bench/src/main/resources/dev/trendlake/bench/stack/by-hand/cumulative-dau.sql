SELECT '' AS entry, day, sum(count(*)) OVER (ORDER BY day) AS value
FROM (
    SELECT min(day) AS day
    FROM events
    WHERE project_id = '1'
      AND day BETWEEN '2026-06-01' AND '2026-07-29'
      AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
      AND event = '$pageview'
    GROUP BY person_key
)
GROUP BY day
