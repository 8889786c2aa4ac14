SELECT '' AS entry, day, (prices[(cardinality(prices) + 1) / 2] + prices[cardinality(prices) / 2 + 1]) / 2 AS value
FROM (
    SELECT day, array_sort(array_agg(price)) AS prices
    FROM (
        SELECT day, try_cast(json_extract_scalar(properties, '$["price"]') AS double) AS price
        FROM events
        WHERE project_id = '1'
          AND day BETWEEN '2026-06-01' AND '2026-07-29'
          AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
          AND event = 'view item'
    )
    WHERE price IS NOT NULL
    GROUP BY day
)
