package dev.trendlake.local.athena;

/**
 * What was asked to run.
 *
 * @param sql as the caller wrote it
 * @param catalog as the caller wrote it
 */
record Submission(
        String sql,
        CheckedStatement statement,
        String database,
        String catalog,
        WorkGroup workGroup,
        OutputFolder output) {
    /** Whether a repeated token means the same query (spec: Athena, 1, idempotency). */
    boolean isRepeatedBy(Submission other) {
        return sql.equals(other.sql)
                && database.equals(other.database)
                && catalog.equals(other.catalog)
                && output.equals(other.output);
    }
}
