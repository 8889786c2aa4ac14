package dev.trendlake.plan;

import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;

/**
 * The rows that tallies are made of: one for each event and tally that it belongs to.
 *
 * @param rows where they come from
 * @param condition which of them count
 */
record CountedRows(Source rows, SqlExpression condition) {}
