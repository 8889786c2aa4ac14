package dev.trendlake.hogql;

/** What a function of HogQL makes of its arguments. */
@FunctionalInterface
interface HogQlFunction {
    TypedSql apply(Arguments arguments);
}
