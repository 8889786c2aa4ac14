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
    /** The path of a whole JSON text. */
    static final String ROOT = "$";

    private PropertyText() {}

    /** A member of a document. */
    static SqlExpression of(SqlExpression document, String key) {
        return at(document, path(key));
    }

    /** The path of a member. */
    static String path(String key) {
        return ROOT + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    /** What is at a path. */
    static SqlExpression at(SqlExpression document, String path) {
        SqlExpression member = new Call(SqlFunction.JSON_EXTRACT, document, new Text(path));
        SqlExpression json = new Call(SqlFunction.JSON_FORMAT, member);
        SqlExpression present = new Call(SqlFunction.NULLIF, json, new Text("null"));
        return SurrogatePairs.joined(
                new Call(SqlFunction.REGEXP_REPLACE, present, new Text("^\"|\"$"), new Text("")));
    }
}
