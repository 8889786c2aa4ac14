SELECT "series",
       json_format(CAST(map_agg(CAST("bucket" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "series",
           "bucket",
           "amount"
    FROM (
        SELECT "bucket",
               ARRAY[nullif(count(*), 0)] AS "amounts"
        FROM (
            SELECT CAST((with_timezone("timestamp", 'UTC') AT TIME ZONE 'UTC') AS date) AS "bucket"
            FROM (
                SELECT regexp_replace(nullif(json_format(json_extract("properties", '$["version"]')), 'null'), '^"|"$', '') AS "event_property_0",
                       "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
            WHERE CASE WHEN regexp_like("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$') THEN ((ARRAY[CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 1) AS bigint), CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 2) AS bigint), CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 3) AS bigint)] >= ARRAY[CAST(1 AS bigint), CAST(2 AS bigint), CAST(3 AS bigint)]) AND (ARRAY[CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 1) AS bigint), CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 2) AS bigint), CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 3) AS bigint)] < ARRAY[CAST(2 AS bigint), CAST(0 AS bigint), CAST(0 AS bigint)])) ELSE FALSE END
        )
        GROUP BY "bucket"
    )
    CROSS JOIN UNNEST("amounts") WITH ORDINALITY AS unnested ("amount", "series")
    WHERE (NOT ("amount" IS NULL))
)
GROUP BY "series"
