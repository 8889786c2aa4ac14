package dev.trendlake.sql;

import java.util.Locale;

/** The functions that statements use; all of them on Athena's list (spec: athena-functions). */
public enum SqlFunction {
    ANY_MATCH,
    ARBITRARY,
    ARRAY_AGG,
    ARRAY_DISTINCT,
    ARRAY_SORT,
    AVG,
    BITWISE_AND,
    BOOL_OR,
    CARDINALITY,
    COALESCE,
    CONCAT,
    CONTAINS,
    COUNT,
    COUNT_IF,
    DATE_ADD,
    DATE_DIFF,
    DATE_TRUNC,
    DAY_OF_WEEK,
    DENSE_RANK,
    ELEMENT_AT,
    FILTER,
    FLOOR,
    FROM_ISO8601_TIMESTAMP,
    GREATEST,
    IS_FINITE,
    JSON_EXTRACT,
    JSON_FORMAT,
    JSON_PARSE,
    LEAD,
    LEAST,
    LOWER,
    MAP,
    MAP_AGG,
    MAX,
    MAX_BY,
    MIN,
    MIN_BY,
    NULLIF,
    REGEXP_EXTRACT,
    REGEXP_EXTRACT_ALL,
    REGEXP_LIKE,
    REGEXP_REPLACE,
    REPLACE,
    STRPOS,
    SUM,
    TO_ISO8601,
    TO_UNIXTIME,
    TO_UTF8,
    TRANSFORM,
    TRY,
    WITH_TIMEZONE,
    XXHASH64;

    /** How SQL writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
