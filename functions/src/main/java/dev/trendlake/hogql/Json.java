package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SurrogatePairs;
import java.util.List;

/** Members of JSON documents that are texts. */
final class Json {
    // Not NULLIF: the engine can't compile that inside of a lambda.
    private static final Text UNQUOTED = new Text("(?s)^(?!null$)\"?(.*?)\"?$");

    private Json() {}

    /** A member as JSON; NULL when it is absent. */
    static SqlExpression raw(SqlExpression document, List<JsonStep> steps) {
        if (steps.isEmpty()) {
            return document;
        }
        SqlExpression member =
                new Call(SqlFunction.JSON_EXTRACT, document, new Text(JsonStep.path(steps)));
        return formatted(member);
    }

    /** The text of a JSON value. */
    static SqlExpression formatted(SqlExpression json) {
        return SurrogatePairs.joined(new Call(SqlFunction.JSON_FORMAT, json));
    }

    /** A member as properties read: a text without its quotes, JSON null as NULL. */
    static SqlExpression text(SqlExpression document, List<JsonStep> steps) {
        return unquoted(raw(document, steps));
    }

    /** The text of a JSON value as properties read. */
    static SqlExpression unquoted(SqlExpression raw) {
        return call(SqlFunction.REGEXP_EXTRACT, raw, UNQUOTED, new Whole(1));
    }
}
