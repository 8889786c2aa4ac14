WITH prices AS (
    SELECT day, price, count(*) AS events, min(min(price)) OVER () AS least, max(max(price)) OVER () AS largest
    FROM (
        SELECT day, try_cast(json_extract_scalar(properties, '$["price"]') AS double) AS price
        FROM events
        WHERE project_id = '1'
          AND day BETWEEN '2026-06-01' AND '2026-07-29'
          AND "timestamp" <= TIMESTAMP '2026-07-29 23:59:59.000'
          AND event = 'view item'
    )
    GROUP BY day, price
),
binned AS (
    SELECT day, events, least, (largest - least) / 10 AS width,
           least(CAST(floor((price - least) / ((largest - least) / 10)) AS integer), 9) AS bin
    FROM prices
)
SELECT regexp_replace(
           json_format(CAST(ARRAY[
               bin * width + least,
               if(bin = 9, width * 10 + least + 0.01E0, (bin + 1) * width + least)] AS json)),
           '\.0(?=[,\]])') AS entry,
       day,
       sum(events) AS value
FROM binned
GROUP BY 1, 2
