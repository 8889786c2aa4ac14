WITH active AS (
    SELECT CAST(day AS date) AS day,
           lag(CAST(day AS date)) OVER person AS previous,
           lead(CAST(day AS date)) OVER person AS next
    FROM (
        SELECT DISTINCT person_key, day
        FROM events
        WHERE project_id = '1'
          AND day BETWEEN '2026-05-03' AND '2026-07-29'
          AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
          AND event = '$pageview'
    )
    WINDOW person AS (PARTITION BY person_key ORDER BY day)
),
changes AS (
    SELECT coalesce(changed, day) AS day, sum(change) AS change
    FROM active
    CROSS JOIN UNNEST(
        ARRAY[day, day + INTERVAL '30' DAY],
        ARRAY[if(previous IS NULL OR date_diff('day', previous, day) >= 30, 1),
              if(next IS NULL OR date_diff('day', day, next) >= 30, -1)]) AS t (changed, change)
    WHERE change IS NOT NULL
    GROUP BY 1
),
running AS (
    SELECT day, sum(change) OVER (ORDER BY day) AS value
    FROM changes
)
SELECT '' AS entry, CAST(day AS varchar) AS day, value
FROM running
WHERE day BETWEEN DATE '2026-06-01' AND DATE '2026-07-29'
