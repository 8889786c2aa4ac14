SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           coalesce(CASE WHEN is_finite((coalesce(sum("hogql_1_1"), DOUBLE '0') / CAST(count(DISTINCT "hogql_1_2") AS double))) THEN (coalesce(sum("hogql_1_1"), DOUBLE '0') / CAST(count(DISTINCT "hogql_1_2") AS double)) ELSE NULL END, 0) AS "amount"
    FROM (
        SELECT CAST("timestamp" AS date) AS "bucket",
               CASE WHEN regexp_like("event_property_0", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_0" AS double) ELSE NULL END AS "hogql_1_1",
               "person_id" AS "hogql_1_2"
        FROM (
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                   "person_id",
                   CAST("day" AS timestamp(3)) AS "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
            UNION ALL
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                   "person_id",
                   "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
        )
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
