SELECT '' AS entry, day, count(*) AS value
FROM events
WHERE project_id = '1'
  AND day BETWEEN '2026-06-01' AND '2026-07-29'
  AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
  AND event = '$pageview'
  AND json_extract_scalar(properties, '$["$browser"]') = 'Firefox'
  AND json_extract_scalar(properties, '$["$device_type"]') <> 'Mobile'
GROUP BY day
