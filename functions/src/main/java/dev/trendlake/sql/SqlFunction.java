package dev.trendlake.sql;

import java.util.Locale;

/** The functions that statements use; all of them on Athena's list (spec: athena-functions). */
public enum SqlFunction {
    ANY_MATCH,
    COALESCE,
    COUNT,
    DATE_ADD,
    DATE_TRUNC,
    DAY_OF_WEEK,
    DENSE_RANK,
    FROM_ISO8601_TIMESTAMP,
    JSON_EXTRACT,
    JSON_FORMAT,
    JSON_PARSE,
    LOWER,
    MAP_AGG,
    MIN,
    NULLIF,
    REGEXP_EXTRACT,
    REGEXP_EXTRACT_ALL,
    REGEXP_LIKE,
    REGEXP_REPLACE,
    REPLACE,
    STRPOS,
    SUM,
    TO_UNIXTIME,
    TRY,
    WITH_TIMEZONE;

    /** How SQL writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
