SELECT entry, day, value
FROM (
    SELECT day,
           sum(events) FILTER (WHERE event = '$pageview') AS pages,
           count(*) FILTER (WHERE event = 'add to cart') AS carts,
           count(*) FILTER (WHERE event = 'search') AS searches
    FROM (
        SELECT day, event, if(event <> '$pageview', person_key) AS person, count(*) AS events
        FROM events
        WHERE project_id = '1'
          AND day BETWEEN '2026-06-01' AND '2026-07-29'
          AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
          AND event IN ('$pageview', 'add to cart', 'search')
        GROUP BY 1, 2, 3
    )
    GROUP BY day
)
CROSS JOIN UNNEST(ARRAY['0', '1', '2'], ARRAY[pages, carts, searches]) AS t (entry, value)
