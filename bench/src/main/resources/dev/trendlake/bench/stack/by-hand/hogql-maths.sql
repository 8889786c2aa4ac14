SELECT '' AS entry, day, sum(try_cast(json_extract_scalar(properties, '$["price"]') AS double)) / count(*) + count(*) AS value
FROM events
WHERE project_id = '1'
  AND day BETWEEN '2026-06-01' AND '2026-07-29'
  AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
  AND event = 'view item'
GROUP BY day
