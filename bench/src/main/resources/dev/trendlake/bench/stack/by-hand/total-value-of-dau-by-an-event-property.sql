SELECT json_extract_scalar(properties, '$["$browser"]') AS entry, '' AS day, count(DISTINCT person_key) AS value
FROM events
WHERE project_id = '1'
  AND day BETWEEN '2026-06-01' AND '2026-07-29'
  AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
  AND event = '$pageview'
GROUP BY 1
