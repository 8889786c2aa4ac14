SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "bucket" AS "slot",
           coalesce(element_at(transform(ARRAY[array_sort(min_by(CAST("number" AS double), xxhash64(to_utf8("uuid")), 8192) FILTER (WHERE (NOT ("number" IS NULL))))], ("quantile_sample") -> CASE WHEN (cardinality("quantile_sample") > 0) THEN element_at(transform(ARRAY[(DOUBLE '0.9' * (cardinality("quantile_sample") - 1))], ("quantile_place") -> (element_at("quantile_sample", (CAST(floor("quantile_place") AS bigint) + 1)) + (("quantile_place" - floor("quantile_place")) * (element_at("quantile_sample", least(((CAST(floor("quantile_place") AS bigint) + 1) + 1), cardinality("quantile_sample"))) - element_at("quantile_sample", (CAST(floor("quantile_place") AS bigint) + 1)))))), 1) ELSE NULL END), 1), 0) AS "amount"
    FROM (
        SELECT CASE WHEN regexp_like("person_property_0", '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$') THEN TRY_CAST("person_property_0" AS double) ELSE NULL END AS "number",
               "uuid",
               CAST("timestamp" AS date) AS "bucket"
        FROM (
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("person_properties", '$["age"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_0",
                   "uuid",
                   CAST("day" AS timestamp(3)) AS "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = 'buy'))
            UNION ALL
            SELECT regexp_replace(regexp_replace(nullif(json_format(json_extract("person_properties", '$["age"]')), 'null'), '^"|"$', ''), '\\(?:\\|u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2}))', ("halves") -> coalesce(CAST(chr((((from_base(element_at("halves", 1), 16) * 1024) + from_base(element_at("halves", 2), 16)) + -56613888)) AS varchar), '\\')) AS "person_property_0",
                   "uuid",
                   "timestamp"
            FROM "events"
            WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = 'buy'))
        )
    )
    GROUP BY "bucket"
)
WHERE (NOT ("amount" IS NULL))
