package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.Field;
import dev.trendlake.sql.SqlExpression;

/** The events of a group: aggregates of what each of them is. */
record ManyEvents(OneEvent event, RowInputs inputs) implements Surroundings {
    @Override
    public HogQlScope scope() {
        return event.scope();
    }

    @Override
    public boolean isGroup() {
        return true;
    }

    @Override
    public TypedSql field(Field field) {
        event.field(field);
        throw outside("field", String.join(".", field.chain()), field.position());
    }

    @Override
    public TypedSql property(PropertyPath path) {
        throw outside("property", path.name(), 0);
    }

    @Override
    public SqlExpression matchesAction(HogQlExpression named) {
        throw outside("function", "matchesAction", named.position());
    }

    @Override
    public SqlExpression isInCohort(HogQlExpression named) {
        throw outside("operator", "in cohort", named.position());
    }

    @Override
    public TypedSql aggregate(Call call, HogQlExpression condition) {
        ExpressionTranslator row = new ExpressionTranslator(event);
        return AggregateFunctions.apply(new AggregateArguments(call, condition, row, inputs));
    }

    private static HogQlException outside(String kind, String name, int position) {
        return new HogQlException(
                "The %s %s must be inside of an aggregate function, like sum(...) or any(...)."
                        .formatted(kind, name),
                position);
    }
}
