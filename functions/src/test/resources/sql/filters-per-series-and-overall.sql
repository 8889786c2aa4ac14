SELECT CASE WHEN ("tally" = 1) THEN 1 WHEN ("tally" = 2) THEN 2 ELSE NULL END AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           "slot",
           CASE WHEN ("tally" = 1) THEN arbitrary("amount") WHEN ("tally" = 2) THEN count(*) ELSE NULL END AS "amount"
    FROM (
        SELECT "tally",
               "bucket" AS "slot",
               CASE WHEN ("tally" = 2) THEN "counted_person" ELSE NULL END AS "counted_person",
               CASE WHEN ("tally" = 1) THEN count(*) WHEN ("tally" = 2) THEN 1 ELSE NULL END AS "amount"
        FROM (
            SELECT CAST("timestamp" AS date) AS "bucket",
                   "person_key" AS "counted_person",
                   (((("person_property_1" IS NULL) OR (NOT (lower("person_property_1") LIKE '%@example.com%' ESCAPE '\'))) OR (CASE WHEN ("event_property_2" = 'true') THEN TRUE WHEN ("event_property_2" = 'false') THEN FALSE ELSE NULL END = TRUE)) AND ("event_property_3" IN ('Chrome', 'Safari'))) AS "in_tally_1",
                   (((("person_property_1" IS NULL) OR (NOT (lower("person_property_1") LIKE '%@example.com%' ESCAPE '\'))) OR (CASE WHEN ("event_property_2" = 'true') THEN TRUE WHEN ("event_property_2" = 'false') THEN FALSE ELSE NULL END = TRUE)) AND (CASE WHEN regexp_like("event_property_4", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_4" AS double) ELSE NULL END > DOUBLE '9.5')) AS "in_tally_2"
            FROM (
                SELECT "person_key",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("person_properties", '$["email"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_1",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["paid"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_2",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_3",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_4",
                       CAST("day" AS timestamp(3)) AS "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                UNION ALL
                SELECT "person_key",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("person_properties", '$["email"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_1",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["paid"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_2",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_3",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_4",
                       "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
        )
        CROSS JOIN UNNEST(ARRAY[CASE WHEN "in_tally_1" THEN 1 ELSE NULL END, CASE WHEN "in_tally_2" THEN 2 ELSE NULL END]) AS expanded ("tally")
        WHERE (NOT ("tally" IS NULL))
        GROUP BY "tally", "bucket", CASE WHEN ("tally" = 2) THEN "counted_person" ELSE NULL END
    )
    GROUP BY "tally", "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally"
