package dev.trendlake.plan;

import dev.trendlake.project.PropertyType;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A list of texts that an exception event has as a property: a condition asks for some element that
 * meets it, also with a negative operator (spec: trends, 4.5).
 *
 * @param property the list, as the text of its JSON
 */
record ExceptionList(TypedValue property) {
    private static final Set<String> NAMES =
            Set.of(
                    "$exception_types",
                    "$exception_values",
                    "$exception_sources",
                    "$exception_functions");
    private static final Column ONE = new Column("one_of_list");

    /** A property of this name is such a list. */
    static boolean isNamed(String key) {
        return NAMES.contains(key);
    }

    /** Some element meets a condition. */
    SqlExpression some(Function<TypedValue, SqlExpression> condition) {
        SqlExpression json =
                new Call(SqlFunction.TRY, new Call(SqlFunction.JSON_PARSE, property.text()));
        SqlExpression list = new Cast(json, SqlType.VARCHAR_ARRAY, true);
        TypedValue one = new TypedValue(ONE, PropertyType.STRING, property.zone());
        Lambda holds = new Lambda(List.of(ONE.name()), condition.apply(one));
        return Conditions.certainly(new Call(SqlFunction.ANY_MATCH, list, holds));
    }
}
