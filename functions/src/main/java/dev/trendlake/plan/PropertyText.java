package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SurrogatePairs;

/**
 * How a member of a JSON document reads as text (spec: trends, 4.1): texts without their quotes but
 * with their escapes, everything else as its JSON, JSON null as nothing.
 */
final class PropertyText {
    private PropertyText() {}

    static SqlExpression of(SqlExpression document, String key) {
        SqlExpression member = new Call(SqlFunction.JSON_EXTRACT, document, new Text(path(key)));
        SqlExpression json = new Call(SqlFunction.JSON_FORMAT, member);
        SqlExpression present = new Call(SqlFunction.NULLIF, json, new Text("null"));
        return SurrogatePairs.joined(
                new Call(SqlFunction.REGEXP_REPLACE, present, new Text("^\"|\"$"), new Text("")));
    }

    private static String path(String key) {
        return "$[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
}
