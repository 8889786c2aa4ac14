SELECT 1 AS "series",
       0 AS "period",
       json_format(CAST(map_agg(CAST("slot" AS varchar), "amount") AS json)) AS "points"
FROM (
    SELECT "slot",
           element_at(transform(ARRAY[array_sort(min_by(CAST("amount" AS double), "counted_person", 8192) FILTER (WHERE (NOT ("amount" IS NULL))))], ("quantile_sample") -> CASE WHEN (cardinality("quantile_sample") > 0) THEN element_at(transform(ARRAY[(DOUBLE '0.5' * (cardinality("quantile_sample") - 1))], ("quantile_place") -> (element_at("quantile_sample", (CAST(floor("quantile_place") AS bigint) + 1)) + (("quantile_place" - floor("quantile_place")) * (element_at("quantile_sample", least(((CAST(floor("quantile_place") AS bigint) + 1) + 1), cardinality("quantile_sample"))) - element_at("quantile_sample", (CAST(floor("quantile_place") AS bigint) + 1)))))), 1) ELSE NULL END), 1) AS "amount"
    FROM (
        SELECT "bucket" AS "slot",
               "counted_person",
               count(*) AS "amount"
        FROM (
            SELECT "person_key" AS "counted_person",
                   CAST("timestamp" AS date) AS "bucket"
            FROM (
                SELECT "person_key",
                       CAST("day" AS timestamp(3)) AS "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-01' AND '2020-01-03') AND ("event" = '$pageview'))
                UNION ALL
                SELECT "person_key",
                       "timestamp"
                FROM "events"
                WHERE (("project_id" = '7') AND ("day" BETWEEN '2020-01-04' AND '2020-01-04') AND ("timestamp" BETWEEN TIMESTAMP '2020-01-01 00:00:00.000' AND TIMESTAMP '2020-01-04 23:59:59.000') AND ("event" = '$pageview'))
            )
        )
        GROUP BY "bucket", "counted_person"
    )
    GROUP BY "slot"
)
WHERE (NOT ("amount" IS NULL))
