package dev.trendlake.hogql;

import dev.trendlake.sql.SqlExpression;

/** A function of elements and what kind of value it gives. */
record TypedLambda(SqlExpression.Lambda lambda, HogQlType result) {}
