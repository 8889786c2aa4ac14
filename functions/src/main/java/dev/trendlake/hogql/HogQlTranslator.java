package dev.trendlake.hogql;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.trend.HogQlText;

/**
 * Translates HogQL expressions to SQL. Any expression is either translated or refused with a {@link
 * HogQlException}.
 *
 * @param scope what expressions can see
 */
public record HogQlTranslator(HogQlScope scope) {
    /** The value that an expression gives for an event. */
    public TypedSql value(HogQlText text) {
        return row(text).translate(HogQlParser.parse(text.expression()));
    }

    /**
     * The text that an expression gives for an event, as breakdowns show it (spec: trends, 5.1).
     */
    public SqlExpression text(HogQlText text) {
        return coercion().text(value(text));
    }

    /** The number that an expression gives for an event, a double; NULL when it gives none. */
    public SqlExpression number(HogQlText text) {
        return coercion().number(value(text));
    }

    /** Whether an expression is true for an event; never NULL. */
    public SqlExpression condition(HogQlText text) {
        return coercion().condition(value(text));
    }

    /**
     * What an expression gives for many events at once.
     *
     * @param text the expression, whose aggregates look at events
     * @param stem how the names of its inputs begin; different for each expression of a statement
     * @param belongs which rows count, by the columns that they have when they are grouped
     */
    public HogQlAggregation aggregation(HogQlText text, String stem, SqlExpression belongs) {
        RowInputs inputs = new RowInputs(stem, belongs);
        ManyEvents events = new ManyEvents(new OneEvent(scope, text), inputs);
        TypedSql value =
                new ExpressionTranslator(events).translate(HogQlParser.parse(text.expression()));
        SqlExpression number = coercion().number(value);
        return new HogQlAggregation(inputs.projections(), number);
    }

    private ExpressionTranslator row(HogQlText text) {
        return new ExpressionTranslator(new OneEvent(scope, text));
    }

    private Coercion coercion() {
        return new Coercion(scope.zone());
    }
}
