SELECT CASE WHEN ("tally" = 1) THEN 1 WHEN ("tally" = 2) THEN 2 ELSE NULL END AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "tally",
           CAST("first_passing" AS date) AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT "tally",
               "counted_person",
               1 AS "amount",
               min("timestamp") AS "first_seen",
               min("timestamp") FILTER (WHERE ("passes_1" AND ("timestamp" >= TIMESTAMP '2020-01-01 00:00:00.000'))) AS "first_passing"
        FROM (
            SELECT "person_key" AS "counted_person",
                   "timestamp",
                   ("event_property_2" = 'Chrome') AS "passes_1",
                   TRUE AS "in_tally_1"
            FROM (
                SELECT "person_key",
                       "timestamp",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_2"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2015-01-01' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2015-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
        )
        CROSS JOIN UNNEST(ARRAY[CASE WHEN "in_tally_1" THEN 1 ELSE NULL END, CASE WHEN "passes_1" THEN 2 ELSE NULL END]) AS expanded ("tally")
        WHERE (NOT ("tally" IS NULL))
        GROUP BY "tally", "counted_person"
    )
    WHERE ("first_seen" = "first_passing")
    GROUP BY "tally", CAST("first_passing" AS date)
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "tally"
