SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST("value" AS json)) AS "value",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT CASE WHEN ("place" <= 25) THEN "value" ELSE ARRAY['$$_posthog_breakdown_other_$$', '$$_posthog_breakdown_other_$$', '$$_posthog_breakdown_other_$$'] END AS "value",
           "slot",
           sum("amount") AS "amount"
    FROM (
        SELECT "value",
               "slot",
               "amount",
               "total",
               dense_rank() OVER (ORDER BY contains("value", '$$_posthog_breakdown_null_$$'), "total" DESC, "value") AS "place"
        FROM (
            SELECT "value",
                   "slot",
                   "amount",
                   sum("amount") OVER (PARTITION BY "value") AS "total"
            FROM (
                SELECT ARRAY["value_1", "value_2", "value_3"] AS "value",
                       "bucket" AS "slot",
                       count(*) AS "amount"
                FROM (
                    SELECT coalesce(nullif("event_property_0", ''), '$$_posthog_breakdown_null_$$') AS "value_1",
                           coalesce(nullif("event_property_1", ''), '$$_posthog_breakdown_null_$$') AS "value_2",
                           coalesce(nullif("event_property_2", ''), '$$_posthog_breakdown_null_$$') AS "value_3",
                           CAST("timestamp" AS date) AS "bucket"
                    FROM (
                        SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$browser"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                               regexp_replace(regexp_replace(nullif(json_format(json_extract("property_1", '$')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_1",
                               regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["plan"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_2",
                               CAST("day" AS timestamp(3)) AS "timestamp"
                        FROM "events"
                        WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-02') AND ("event" = '$pageview'))
                        UNION ALL
                        SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("property_0", '$')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                               regexp_replace(regexp_replace(nullif(json_format(json_extract("property_1", '$')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_1",
                               regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["plan"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_2",
                               CAST("day" AS timestamp(3)) AS "timestamp"
                        FROM "events"
                        WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-03' AND '2020-01-03') AND ("event" = '$pageview'))
                        UNION ALL
                        SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("property_0", '$')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_0",
                               regexp_replace(regexp_replace(nullif(json_format(json_extract("property_1", '$')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_1",
                               regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["plan"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_2",
                               "timestamp"
                        FROM "events"
                        WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
                    )
                )
                GROUP BY ARRAY["value_1", "value_2", "value_3"], "bucket"
            )
        )
    )
    GROUP BY CASE WHEN ("place" <= 25) THEN "value" ELSE ARRAY['$$_posthog_breakdown_other_$$', '$$_posthog_breakdown_other_$$', '$$_posthog_breakdown_other_$$'] END, "slot"
)
WHERE (NOT ("amount" IS NULL))
GROUP BY "value"
