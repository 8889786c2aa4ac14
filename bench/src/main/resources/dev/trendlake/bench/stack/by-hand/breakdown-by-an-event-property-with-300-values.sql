SELECT if(place <= 25, entry, '$$_posthog_breakdown_other_$$') AS entry, day, sum(value) AS value
FROM (
    SELECT entry, day, value, dense_rank() OVER (ORDER BY total DESC, entry) AS place
    FROM (
        SELECT entry, day, value, sum(value) OVER (PARTITION BY entry) AS total
        FROM (
            SELECT json_extract_scalar(properties, '$["$pathname"]') AS entry, day, count(*) AS value
            FROM events
            WHERE project_id = '1'
              AND day BETWEEN '2026-06-01' AND '2026-07-29'
              AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
              AND event = '$pageview'
            GROUP BY 1, 2
        )
    )
)
GROUP BY 1, 2
