SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           count(*) AS "amount"
    FROM (
        SELECT CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT "person_properties",
                   "distinct_id",
                   "group_0",
                   "event_property_3",
                   "timestamp",
                   "session_id",
                   "elements_chain",
                   "event",
                   "event_property_8",
                   "person_property_0",
                   "group_0_property_0",
                   min_by("event_property_3", CASE WHEN ((NOT ("event_property_3" IS NULL)) AND ("event_property_3" <> '')) THEN "timestamp" ELSE NULL END) OVER (PARTITION BY "session_id", CASE WHEN ("session_id" IS NULL) THEN "timestamp" ELSE NULL END) AS "of_session_0"
            FROM (
                SELECT "person_properties",
                       "distinct_id",
                       "group_0",
                       "event_property_3",
                       "timestamp",
                       "session_id",
                       "elements_chain",
                       "event",
                       "event_property_8",
                       regexp_replace(regexp_replace(nullif(json_format(json_extract(coalesce("known_person_properties", "person_properties"), '$["plan"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_0",
                       "group_0_property_0"
                FROM (
                    SELECT "person_properties",
                           "distinct_id",
                           "group_0",
                           regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["$current_url"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_3",
                           "timestamp",
                           "session_id",
                           "elements_chain",
                           "event",
                           regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["price"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "event_property_8"
                    FROM "events"
                    WHERE (("project_id" = '7') AND ("day" BETWEEN '2019-12-31' AND '2020-01-05') AND ("timestamp" BETWEEN TIMESTAMP '2019-12-31 00:00:00.000' AND TIMESTAMP '2020-01-05 23:59:59.000'))
                )
                LEFT JOIN (
                    SELECT "distinct_id" AS "known_distinct_id",
                           "properties" AS "known_person_properties"
                    FROM "persons"
                    WHERE (("project_id" = '7') AND ("version" = '3'))
                ) ON ("distinct_id" = "known_distinct_id")
                LEFT JOIN (
                    SELECT "group_key" AS "known_group_0",
                           regexp_replace(regexp_replace(nullif(json_format(json_extract("properties", '$["industry"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "group_0_property_0"
                    FROM "groups"
                    WHERE (("project_id" = '7') AND ("version" = '4') AND ("type_index" = 0))
                ) ON ("group_0" = "known_group_0")
            )
        )
        WHERE (("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview') AND (("person_property_0" = 'pro') AND ("group_0_property_0" = 'it') AND (lower(CASE WHEN ("session_id" IS NULL) THEN NULL ELSE "of_session_0" END) LIKE '%docs%' ESCAPE '\') AND coalesce(any_match(regexp_extract_all(coalesce("elements_chain", ''), '(?s)[:"]text="((?:[^"\\]|\\.)*)"', 1), ("one_text") -> (replace("one_text", '\"', '"') = 'Buy')), FALSE) AND ("event" = '$pageview') AND coalesce((CASE WHEN regexp_like("event_property_8", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("event_property_8" AS double) ELSE NULL END > DOUBLE '3'), FALSE) AND coalesce(("person_property_0" = 'pro'), FALSE)))
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
