SELECT CASE WHEN ("tally" = 1) THEN 1 WHEN ("tally" = 2) THEN 2 ELSE NULL END AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           "bucket" AS "slot",
           CASE WHEN ("tally" = 1) THEN coalesce(sum("number"), 0) WHEN ("tally" = 2) THEN coalesce(avg("number"), 0) ELSE NULL END AS "amount"
    FROM (
        SELECT CASE WHEN regexp_like("event_property_0", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_0" AS double) ELSE NULL END AS "number",
               CAST("timestamp" AS date) AS "bucket",
               TRUE AS "in_tally_1"
        FROM (
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                   CAST("day" AS timestamp(3)) AS "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = 'buy'))
            UNION ALL
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                   "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = 'buy'))
        )
    )
    CROSS JOIN UNNEST(ARRAY[CASE WHEN "in_tally_1" THEN 1 ELSE NULL END, CASE WHEN "in_tally_1" THEN 2 ELSE NULL END]) AS expanded ("tally")
    WHERE (NOT ("tally" IS NULL))
    GROUP BY "tally", "bucket"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally"
