package dev.trendlake.hogql;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import java.util.List;

/** Members of JSON documents that are texts. */
final class Json {
    private Json() {}

    /** A member as JSON; NULL when it is absent. */
    static SqlExpression raw(SqlExpression document, List<JsonStep> steps) {
        if (steps.isEmpty()) {
            return document;
        }
        return new Call(
                SqlFunction.JSON_FORMAT,
                new Call(SqlFunction.JSON_EXTRACT, document, new Text(JsonStep.path(steps))));
    }

    /** A member as properties read: a text without its quotes, JSON null as NULL. */
    static SqlExpression text(SqlExpression document, List<JsonStep> steps) {
        SqlExpression present =
                new Call(SqlFunction.NULLIF, raw(document, steps), new Text("null"));
        return new Call(SqlFunction.REGEXP_REPLACE, present, new Text("^\"|\"$"), new Text(""));
    }
}
