SELECT "series",
       json_format(CAST(map_agg(CAST("bucket" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "series",
           "bucket",
           "amount"
    FROM (
        SELECT "bucket",
               ARRAY[nullif(count(*) FILTER (WHERE "in_series_1"), 0), nullif(count(DISTINCT "person_key") FILTER (WHERE "in_series_2"), 0)] AS "amounts"
        FROM (
            SELECT CAST((with_timezone("timestamp", 'UTC') AT TIME ZONE 'UTC') AS date) AS "bucket",
                   "person_key",
                   (("event" = '$pageview') AND ("event_property_1" IN ('Chrome', 'Safari'))) AS "in_series_1",
                   (("event" = '$pageview') AND (CASE WHEN regexp_like("event_property_2", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_2" AS double) ELSE NULL END > DOUBLE '9.5')) AS "in_series_2"
            FROM (
                SELECT "event",
                       regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', '') AS "event_property_1",
                       regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', '') AS "event_property_2",
                       regexp_replace(nullif(json_format(json_extract("person_properties", '$["email"]')), 'null'), '^"|"$', '') AS "person_property_3",
                       regexp_replace(nullif(json_format(json_extract("properties", '$["paid"]')), 'null'), '^"|"$', '') AS "event_property_4",
                       "timestamp",
                       "person_key"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
            WHERE ((("person_property_3" IS NULL) OR (NOT (lower("person_property_3") LIKE '%@example.com%' ESCAPE '\'))) OR (CASE WHEN ("event_property_4" = 'true') THEN TRUE WHEN ("event_property_4" = 'false') THEN FALSE ELSE NULL END = TRUE))
        )
        WHERE ("in_series_1" OR "in_series_2")
        GROUP BY "bucket"
    )
    CROSS JOIN UNNEST("amounts") WITH ORDINALITY AS unnested ("amount", "series")
    WHERE (NOT ("amount" IS NULL))
)
GROUP BY "series"
