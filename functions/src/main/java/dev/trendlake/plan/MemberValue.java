package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;

/** What is made of a member of a JSON text. */
@FunctionalInterface
interface MemberValue {
    /**
     * The value.
     *
     * @param json a JSON text, of a document or of just this member
     * @param path where the member is in it
     */
    SqlExpression of(SqlExpression json, String path);
}
