SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT "timestamp",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["a"]')), 'null'), '^"|"$', '') AS "event_property_1",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["b"]')), 'null'), '^"|"$', '') AS "event_property_2",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["c"]')), 'null'), '^"|"$', '') AS "event_property_3",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["d"]')), 'null'), '^"|"$', '') AS "event_property_4",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["e"]')), 'null'), '^"|"$', '') AS "event_property_5",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["g"]')), 'null'), '^"|"$', '') AS "event_property_6",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["h"]')), 'null'), '^"|"$', '') AS "event_property_7",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', '') AS "event_property_8",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["due"]')), 'null'), '^"|"$', '') AS "event_property_9",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["i"]')), 'null'), '^"|"$', '') AS "event_property_10",
                   regexp_replace(nullif(json_format(json_extract("properties", '$["j"]')), 'null'), '^"|"$', '') AS "event_property_11"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
        )
        WHERE (("event_property_1" = 'x') AND (("event_property_2" IS NULL) OR (NOT ("event_property_2" IN ('x', 'y')))) AND (lower("event_property_3") LIKE '%x%' ESCAPE '\') AND regexp_like("event_property_4", '(?s)^x.*') AND (("event_property_5" IS NULL) OR (NOT regexp_like("event_property_5", '(?s)y$'))) AND (NOT ("event_property_6" IS NULL)) AND ("event_property_7" IS NULL) AND (CASE WHEN regexp_like("event_property_8", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_8" AS double) ELSE NULL END < DOUBLE '5') AND (CASE WHEN regexp_like("event_property_8", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_8" AS double) ELSE NULL END BETWEEN DOUBLE '1' AND DOUBLE '3') AND (CASE WHEN regexp_like("event_property_9", '^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].*)?$') THEN try(to_unixtime(CASE WHEN regexp_like("event_property_9", '(Z|[+-][0-9]{2}:?[0-9]{2})$') THEN from_iso8601_timestamp(replace("event_property_9", ' ', 'T')) ELSE with_timezone(CAST(from_iso8601_timestamp(replace("event_property_9", ' ', 'T')) AS timestamp(3)), 'UTC') END)) WHEN regexp_like("event_property_9", '^[0-9]{9,10}([.][0-9]+)?$') THEN TRY_CAST("event_property_9" AS double) ELSE NULL END > DOUBLE '1577836800.000') AND (CASE WHEN regexp_like("event_property_9", '^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].*)?$') THEN try(to_unixtime(CASE WHEN regexp_like("event_property_9", '(Z|[+-][0-9]{2}:?[0-9]{2})$') THEN from_iso8601_timestamp(replace("event_property_9", ' ', 'T')) ELSE with_timezone(CAST(from_iso8601_timestamp(replace("event_property_9", ' ', 'T')) AS timestamp(3)), 'UTC') END)) WHEN regexp_like("event_property_9", '^[0-9]{9,10}([.][0-9]+)?$') THEN TRY_CAST("event_property_9" AS double) ELSE NULL END < DOUBLE '1577538001.000') AND ("event_property_10" = 'x') AND (("event_property_11" IS NULL) OR (NOT ((strpos(lower("event_property_11"), 'x') > 0) OR (strpos(lower("event_property_11"), 'y') > 0)))))
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
