SELECT 1 AS "series",
       0 AS "period",
       "value",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END AS "value",
           "slot",
           sum("amount") AS "amount"
    FROM (
        SELECT "value",
               "slot",
               "amount",
               "total",
               dense_rank() OVER (ORDER BY ("value" = '$$_posthog_breakdown_null_$$'), "total" DESC, "value") AS "place"
        FROM (
            SELECT "value",
                   "slot",
                   "amount",
                   sum("amount") OVER (PARTITION BY "value") AS "total"
            FROM (
                SELECT CASE WHEN ("bin_1" IS NULL) THEN '$$_posthog_breakdown_null_$$' ELSE concat('[', CASE WHEN ((("lowest_1" + ("bin_1" * (("highest_1" - "lowest_1") / DOUBLE '5'))) BETWEEN DOUBLE '-9007199254740992' AND DOUBLE '9007199254740992') AND (("lowest_1" + ("bin_1" * (("highest_1" - "lowest_1") / DOUBLE '5'))) = floor(("lowest_1" + ("bin_1" * (("highest_1" - "lowest_1") / DOUBLE '5')))))) THEN CAST(CAST(("lowest_1" + ("bin_1" * (("highest_1" - "lowest_1") / DOUBLE '5'))) AS bigint) AS varchar) ELSE json_format(CAST(("lowest_1" + ("bin_1" * (("highest_1" - "lowest_1") / DOUBLE '5'))) AS json)) END, ',', CASE WHEN ((CASE WHEN ("bin_1" >= DOUBLE '4') THEN ((((("highest_1" - "lowest_1") / DOUBLE '5') * DOUBLE '5') + "lowest_1") + DOUBLE '0.01') ELSE ("lowest_1" + (("bin_1" + DOUBLE '1') * (("highest_1" - "lowest_1") / DOUBLE '5'))) END BETWEEN DOUBLE '-9007199254740992' AND DOUBLE '9007199254740992') AND (CASE WHEN ("bin_1" >= DOUBLE '4') THEN ((((("highest_1" - "lowest_1") / DOUBLE '5') * DOUBLE '5') + "lowest_1") + DOUBLE '0.01') ELSE ("lowest_1" + (("bin_1" + DOUBLE '1') * (("highest_1" - "lowest_1") / DOUBLE '5'))) END = floor(CASE WHEN ("bin_1" >= DOUBLE '4') THEN ((((("highest_1" - "lowest_1") / DOUBLE '5') * DOUBLE '5') + "lowest_1") + DOUBLE '0.01') ELSE ("lowest_1" + (("bin_1" + DOUBLE '1') * (("highest_1" - "lowest_1") / DOUBLE '5'))) END))) THEN CAST(CAST(CASE WHEN ("bin_1" >= DOUBLE '4') THEN ((((("highest_1" - "lowest_1") / DOUBLE '5') * DOUBLE '5') + "lowest_1") + DOUBLE '0.01') ELSE ("lowest_1" + (("bin_1" + DOUBLE '1') * (("highest_1" - "lowest_1") / DOUBLE '5'))) END AS bigint) AS varchar) ELSE json_format(CAST(CASE WHEN ("bin_1" >= DOUBLE '4') THEN ((((("highest_1" - "lowest_1") / DOUBLE '5') * DOUBLE '5') + "lowest_1") + DOUBLE '0.01') ELSE ("lowest_1" + (("bin_1" + DOUBLE '1') * (("highest_1" - "lowest_1") / DOUBLE '5'))) END AS json)) END, ']') END AS "value",
                       "bucket" AS "slot",
                       count(*) AS "amount"
                FROM (
                    SELECT "value_1",
                           "bucket",
                           CASE WHEN ("value_1" IS NULL) THEN NULL WHEN ("lowest_1" = "highest_1") THEN DOUBLE '4' ELSE least(floor((("value_1" - "lowest_1") / (("highest_1" - "lowest_1") / DOUBLE '5'))), DOUBLE '4') END AS "bin_1",
                           "lowest_1",
                           "highest_1"
                    FROM (
                        SELECT "value_1",
                               "bucket",
                               min("value_1") OVER () AS "lowest_1",
                               max("value_1") OVER () AS "highest_1"
                        FROM (
                            SELECT CASE WHEN regexp_like("event_property_0", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_0" AS double) ELSE NULL END AS "value_1",
                                   CAST("timestamp" AS date) AS "bucket"
                            FROM (
                                SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                                       CAST("day" AS timestamp(3)) AS "timestamp"
                                FROM "events"
                                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                                UNION ALL
                                SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                                       "timestamp"
                                FROM "events"
                                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                            )
                        )
                    )
                )
                GROUP BY "bin_1", "lowest_1", "highest_1", "bucket"
            )
        )
    )
    GROUP BY CASE WHEN ("place" <= 25) THEN "value" ELSE '$$_posthog_breakdown_other_$$' END, "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "value"
