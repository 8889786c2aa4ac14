package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;

/** A timestamp of the lake as a text in ISO 8601, with its Z. */
final class UtcText {
    private UtcText() {}

    static SqlExpression of(SqlExpression timestamp) {
        return new Call(
                SqlFunction.TO_ISO8601,
                new Call(SqlFunction.WITH_TIMEZONE, timestamp, new Text("UTC")));
    }
}
