SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT "event",
                   "elements_chain",
                   regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$current_url"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_2",
                   CAST("day" AS timestamp(3)) AS "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" IN ('$autocapture', '$pageview')))
            UNION ALL
            SELECT "event",
                   "elements_chain",
                   regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$current_url"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_2",
                   "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" IN ('$autocapture', '$pageview')))
        )
        WHERE ((("event" = '$autocapture') AND regexp_like(coalesce("elements_chain", ''), '(?s)(?:^|;)a(?:[.:](?:[^;"]|"(?:[^"\\]|\\.)*")*?)?\.buy(?:[^;"]|"(?:[^"\\]|\\.)*")*;nav(?:[.:](?:[^;"]|"(?:[^"\\]|\\.)*")*?)?(?:;|$)') AND coalesce(any_match(regexp_extract_all(coalesce("elements_chain", ''), '(?s)[:"]text="((?:[^"\\]|\\.)*)"', 1), ("one_text") -> (lower(replace("one_text", '\"', '"')) LIKE '%buy%' ESCAPE '\')), FALSE)) OR (("event" = '$pageview') AND coalesce(("event_property_2" LIKE '%/buy%' ESCAPE '\'), FALSE)))
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
