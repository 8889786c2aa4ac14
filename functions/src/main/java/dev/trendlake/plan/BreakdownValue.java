package dev.trendlake.plan;

import dev.trendlake.hogql.HogQlException;
import dev.trendlake.hogql.HogQlTranslator;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Dimension;
import dev.trendlake.trend.Property;
import java.util.function.Function;

/** The value that an event has in a breakdown (spec: trends, 5.1). */
public final class BreakdownValue {
    /** Stands for no value, or an empty one. */
    public static final String NONE = "$$_posthog_breakdown_null_$$";

    /** Stands for all the values that have no entry of their own. */
    public static final String OTHER = "$$_posthog_breakdown_other_$$";

    private BreakdownValue() {}

    /** The value as a text, {@link #NONE} for none. */
    static SqlExpression of(Dimension dimension, EventColumns columns) {
        SqlExpression text =
                dimension.property() instanceof Property.HogQl(var expression)
                        ? translated(translator -> translator.text(expression), columns)
                        : columns.property(dimension.property()).asText();
        SqlExpression value = dimension.normalizesUrl() ? normalizedUrl(text) : text;
        SqlExpression nonEmpty = new Call(SqlFunction.NULLIF, value, new Text(""));
        return new Call(SqlFunction.COALESCE, nonEmpty, new Text(NONE));
    }

    /** The value as a number, NULL for none. */
    static SqlExpression number(Dimension dimension, EventColumns columns) {
        return dimension.property() instanceof Property.HogQl(var expression)
                ? translated(translator -> translator.number(expression), columns)
                : columns.property(dimension.property()).number();
    }

    private static SqlExpression translated(
            Function<HogQlTranslator, SqlExpression> translation, EventColumns columns) {
        try {
            return translation.apply(new HogQlTranslator(new EventScope(columns)));
        } catch (HogQlException e) {
            throw e.asRefusal();
        }
    }

    private static SqlExpression normalizedUrl(SqlExpression url) {
        SqlExpression trimmed =
                new Call(SqlFunction.REGEXP_REPLACE, url, new Text("[/?#]+$"), new Text(""));
        return new Call(SqlFunction.REGEXP_REPLACE, trimmed, new Text("^$"), new Text("/"));
    }
}
