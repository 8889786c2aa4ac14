SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST(to_unixtime(date_trunc('hour', "timestamp")) AS bigint) AS "bucket"
        FROM (
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                   json_extract_scalar("properties", '$["$browser"]["major"]') AS "event_json_1",
                   json_extract("properties", '$["other"]') AS "event_json_2",
                   "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-02' AND '2020-01-02') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-02 10:00:00.000' AND TIMESTAMP '2020-01-03 12:30:00.000') AND ("event" = '$pageview'))
            UNION ALL
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("property_0", '$')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                   json_extract_scalar("property_0", '$["major"]') AS "event_json_1",
                   json_extract("properties", '$["other"]') AS "event_json_2",
                   "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-03' AND '2020-01-03') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-02 10:00:00.000' AND TIMESTAMP '2020-01-03 12:30:00.000') AND ("event" = '$pageview'))
        )
        WHERE (("event_property_0" = 'Chrome') AND (coalesce((coalesce(TRY_CAST(regexp_extract("event_json_1", '^\s*([+-]?[0-9]+)\s*$', 1) AS bigint), 0) > 3), FALSE) AND (NOT ("event_json_2" IS NULL))))
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
