SELECT "series",
       "value",
       json_format(CAST(map_agg(CAST("bucket" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "series",
           CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END AS "value",
           "bucket",
           sum("amount") AS "amount"
    FROM (
        SELECT "series",
               "value",
               "bucket",
               "amount",
               dense_rank() OVER (PARTITION BY "series" ORDER BY ("value" = '$$_posthog_breakdown_null_$$'), "total" DESC, "value") AS "place"
        FROM (
            SELECT "series",
                   "value",
                   "bucket",
                   "amount",
                   sum("amount") OVER (PARTITION BY "series", "value") AS "total"
            FROM (
                SELECT "series",
                       "value",
                       "bucket",
                       "amount"
                FROM (
                    SELECT "value",
                           "bucket",
                           ARRAY[nullif(count(*), 0)] AS "amounts"
                    FROM (
                        SELECT CAST((with_timezone("timestamp", 'UTC') AT TIME ZONE 'UTC') AS date) AS "bucket",
                               coalesce(nullif(regexp_replace(json_format(CAST((CASE WHEN regexp_like("event_property_1", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_1" AS double) ELSE NULL END + DOUBLE '0') AS json)), '[.]0$', ''), ''), '$$_posthog_breakdown_null_$$') AS "value"
                        FROM (
                            SELECT "timestamp",
                                   regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', '') AS "event_property_1"
                            FROM "events"
                            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                        )
                    )
                    GROUP BY "value", "bucket"
                )
                CROSS JOIN UNNEST("amounts") WITH ORDINALITY AS unnested ("amount", "series")
                WHERE (NOT ("amount" IS NULL))
            )
        )
    )
    GROUP BY "series", CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END, "bucket"
)
GROUP BY "series", "value"
