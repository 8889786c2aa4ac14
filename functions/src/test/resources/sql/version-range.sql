SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["version"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                   CAST("day" AS timestamp(3)) AS "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
            UNION ALL
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["version"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                   "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
        )
        WHERE CASE WHEN regexp_like("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$') THEN ((ARRAY[CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 1) AS bigint), CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 2) AS bigint), CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 3) AS bigint)] >= ARRAY[CAST(1 AS bigint), CAST(2 AS bigint), CAST(3 AS bigint)]) AND (ARRAY[CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 1) AS bigint), CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 2) AS bigint), CAST(regexp_extract("event_property_0", '^\s*v?(0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})[.](0|[1-9][0-9]{0,17})([-+].*)?\s*$', 3) AS bigint)] < ARRAY[CAST(2 AS bigint), CAST(0 AS bigint), CAST(0 AS bigint)])) ELSE FALSE END
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
