package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.Field;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.TextConstant;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Property;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One event: everything but aggregates. */
record OneEvent(HogQlScope scope, HogQlText text) implements Surroundings {
    private static final Set<String> COLUMNS =
            Set.of(
                    "event",
                    "timestamp",
                    "distinct_id",
                    "uuid",
                    "person_id",
                    "elements_chain",
                    "created_at",
                    "$session_id",
                    "$group_0",
                    "$group_1",
                    "$group_2",
                    "$group_3",
                    "$group_4");

    private static final Pattern GROUP = Pattern.compile("group_([0-4])");

    @Override
    public boolean isGroup() {
        return false;
    }

    @Override
    public TypedSql field(Field field) {
        List<String> chain = field.chain();
        boolean qualified = chain.size() > 1 && chain.getFirst().equals("e");
        List<String> names = qualified ? chain.subList(1, chain.size()) : chain;
        return column(names)
                .map(scope::property)
                .orElseThrow(() ->
                        new HogQlException(
                                "Unable to resolve field: " + String.join(".", chain),
                                field.position()));
    }

    private static Optional<Property> column(List<String> names) {
        String first = names.getFirst();
        if (names.size() == 1) {
            return switch (first) {
                case "$window_id" -> Optional.of(new Property.OfEvent(first));
                default ->
                        COLUMNS.contains(first)
                                ? Optional.of(new Property.EventMetadata(first))
                                : Optional.empty();
            };
        }
        if (names.size() > 2) {
            return Optional.empty();
        }
        String second = names.get(1);
        return switch (first) {
            case "person" -> person(second);
            case "session" -> session(second);
            default -> group(first, second);
        };
    }

    private static Optional<Property> person(String name) {
        return switch (name) {
            case "id" -> Optional.of(new Property.EventMetadata("person_id"));
            case "created_at" -> Optional.of(new Property.PersonMetadata(name));
            case "distinct_id" -> Optional.of(new Property.EventMetadata(name));
            default ->
                    name.startsWith("$virt_")
                            ? Optional.of(new Property.OfPerson(name))
                            : Optional.empty();
        };
    }

    private static Optional<Property> session(String name) {
        return switch (name) {
            case "id", "session_id" -> Optional.of(new Property.EventMetadata("$session_id"));
            default ->
                    name.startsWith("$")
                            ? Optional.of(new Property.OfSession(name))
                            : Optional.empty();
        };
    }

    private static Optional<Property> group(String first, String second) {
        Matcher group = GROUP.matcher(first);
        return group.matches() && second.equals("key")
                ? Optional.of(new Property.EventMetadata("$group_" + group.group(1)))
                : Optional.empty();
    }

    @Override
    public TypedSql property(PropertyPath path) {
        if (path.keys().isEmpty()) {
            return TypedSql.text(scope.document(path.owner()));
        }
        List<JsonStep> deeper = path.keys().subList(1, path.keys().size());
        if (!(path.keys().getFirst() instanceof JsonStep.Member(var key))) {
            return TypedSql.text(Json.text(scope.document(path.owner()), path.keys()));
        }
        Property property = path.owner().property(key);
        return deeper.isEmpty()
                ? scope.property(property)
                : TypedSql.text(Json.text(scope.text(property), deeper));
    }

    @Override
    public SqlExpression matchesAction(HogQlExpression named) {
        for (Action action : text.actions()) {
            if (isNamed(named, action.id(), action.name())) {
                return scope.matches(action);
            }
        }
        throw new HogQlException("Could not find the action that is named.", named.position());
    }

    @Override
    public SqlExpression isInCohort(HogQlExpression named) {
        for (Cohort cohort : text.cohorts()) {
            if (isNamed(named, cohort.id(), cohort.name())) {
                return scope.isIn(cohort);
            }
        }
        throw new HogQlException("Could not find the cohort that is named.", named.position());
    }

    private static boolean isNamed(HogQlExpression named, long id, String name) {
        return switch (named) {
            case NumberConstant(var number, _, _) -> number.compareTo(BigDecimal.valueOf(id)) == 0;
            case TextConstant(var written, _) -> written.equals(name);
            default -> false;
        };
    }

    @Override
    public TypedSql aggregate(Call call, HogQlExpression condition) {
        throw new HogQlException(
                "Aggregate function '%s(...)' can be used in math_hogql only."
                        .formatted(call.name()),
                call.position());
    }
}
