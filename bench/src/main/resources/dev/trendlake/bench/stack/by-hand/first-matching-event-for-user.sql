SELECT '' AS entry, CAST(CAST(first AS date) AS varchar) AS day, count(*) AS value
FROM (
    SELECT min("timestamp") AS first
    FROM events
    WHERE project_id = '1'
      AND day BETWEEN '2026-05-01' AND '2026-07-29'
      AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
      AND event = '$pageview'
      AND json_extract_scalar(properties, '$["$browser"]') = 'Firefox'
    GROUP BY person_key
)
WHERE first >= TIMESTAMP '2026-06-01 00:00:00.000'
GROUP BY CAST(first AS date)
