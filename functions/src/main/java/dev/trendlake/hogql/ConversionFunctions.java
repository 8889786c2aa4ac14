package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Whole;
import java.util.List;
import java.util.Map;

/** Values as other types. */
final class ConversionFunctions {
    private static final Map<String, Single> TARGETS =
            Map.ofEntries(
                    Map.entry("toString", Single.TEXT),
                    Map.entry("toUUID", Single.TEXT),
                    Map.entry("toInt", Single.WHOLE),
                    Map.entry("toFloat", Single.NUMBER),
                    Map.entry("toDecimal", Single.NUMBER),
                    Map.entry("toBool", Single.BOOLEAN),
                    Map.entry("toDate", Single.DATE),
                    Map.entry("toDateTime", Single.INSTANT),
                    Map.entry("toDateTime64", Single.INSTANT),
                    Map.entry("parseDateTimeBestEffort", Single.INSTANT),
                    Map.entry("parseDateTime64BestEffort", Single.INSTANT));

    private ConversionFunctions() {}

    static void addTo(FunctionTable table) {
        TARGETS.forEach((name, type) -> {
            table.add(name, 1, 3, a -> converted(a, type));
            table.add(name + "OrNull", 1, 3, a -> converted(a, type));
        });
        for (String width : List.of("", "8", "16", "32", "64")) {
            if (!width.isEmpty()) {
                table.add("toInt" + width, 1, 1, a -> converted(a, Single.WHOLE));
                table.add("toUInt" + width, 1, 1, a -> converted(a, Single.WHOLE));
            }
            table.add("toInt" + width + "OrZero", 1, 1, a -> orZero(a, Single.WHOLE));
            table.add("toInt" + width + "OrDefault", 1, 2, a -> orDefault(a, Single.WHOLE));
        }
        for (String width : List.of("32", "64")) {
            table.add("toFloat" + width, 1, 1, a -> converted(a, Single.NUMBER));
            table.add("toFloat" + width + "OrNull", 1, 1, a -> converted(a, Single.NUMBER));
            table.add("toFloat" + width + "OrZero", 1, 1, a -> orZero(a, Single.NUMBER));
        }
        table.add("toFloatOrZero", 1, 1, a -> orZero(a, Single.NUMBER));
        table.add("toFloatOrDefault", 1, 2, a -> orDefault(a, Single.NUMBER));
    }

    private static TypedSql converted(Arguments arguments, Single type) {
        TypedSql value = arguments.value(0);
        if (type == Single.INSTANT && value.is(Single.SECOND)) {
            return value;
        }
        return new TypedSql(arguments.coercion().as(value, type), type);
    }

    private static TypedSql orZero(Arguments arguments, Single type) {
        return ElementAccess.withDefault(converted(arguments, type));
    }

    private static TypedSql orDefault(Arguments arguments, Single type) {
        SqlExpression instead =
                arguments.size() == 1
                        ? arguments.coercion().as(TypedSql.whole(new Whole(0)), type)
                        : arguments.coercion().as(arguments.value(1), type);
        return new TypedSql(Sql.or(converted(arguments, type).sql(), instead), type);
    }
}
