SELECT if(day >= '2026-06-30', 'current', 'previous') AS entry,
       day,
       count(DISTINCT person_key) AS value
FROM events
WHERE project_id = '1'
  AND day BETWEEN '2026-05-31' AND '2026-07-29'
  AND ("timestamp" <= TIMESTAMP '2026-06-29 23:59:59.000'
       OR "timestamp" BETWEEN TIMESTAMP '2026-06-30 00:00:00.000'
                          AND TIMESTAMP '2026-07-29 23:59:59.000')
  AND event = '$pageview'
GROUP BY day
