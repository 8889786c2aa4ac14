package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares versions number by number (spec: trends, 4.3). A property that is no version matches
 * nothing, not even {@code semver_neq}.
 */
final class SemanticVersion {
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final Text VERSION =
            new Text("^\\s*v?%s[.]%s[.]%s([-+].*)?\\s*$".formatted(NUMBER, NUMBER, NUMBER));

    private SemanticVersion() {}

    static SqlExpression condition(TypedValue property, Operator operator, FilterValue value) {
        List<Long> numbers = numbers(ComparedValue.text(value));
        SqlExpression text = property.asText();
        SqlExpression holds =
                switch (operator) {
                    case SEMVER_TILDE -> range(text, numbers, Math.min(1, numbers.size() - 1));
                    case SEMVER_CARET -> range(text, numbers, firstThatCounts(numbers));
                    case SEMVER_WILDCARD -> wildcard(text, numbers);
                    default -> compare(text, comparison(operator), triple(numbers));
                };
        return onlyVersions(text, holds);
    }

    private static ComparisonOperator comparison(Operator operator) {
        return switch (operator) {
            case SEMVER_EQ -> ComparisonOperator.EQUAL;
            case SEMVER_NEQ -> ComparisonOperator.NOT_EQUAL;
            case SEMVER_GT -> ComparisonOperator.GREATER;
            case SEMVER_GTE -> ComparisonOperator.GREATER_OR_EQUAL;
            case SEMVER_LT -> ComparisonOperator.LESS;
            case SEMVER_LTE -> ComparisonOperator.LESS_OR_EQUAL;
            default -> throw new IllegalStateException(operator + " compares no versions");
        };
    }

    // [1.2.3.0, 1.2.4.0) holds the one version 1.2.3.
    private static SqlExpression wildcard(SqlExpression text, List<Long> numbers) {
        return range(text, numbers, Math.min(2, numbers.size() - 1));
    }

    private static SqlExpression range(SqlExpression text, List<Long> numbers, int raised) {
        List<Long> end = new ArrayList<>(numbers.subList(0, raised));
        end.add(numbers.get(raised) + 1);
        return Conditions.all(
                List.of(
                        compare(text, ComparisonOperator.GREATER_OR_EQUAL, triple(numbers)),
                        compare(text, ComparisonOperator.LESS, triple(end))));
    }

    private static int firstThatCounts(List<Long> numbers) {
        return IntStream.range(0, Math.min(3, numbers.size()))
                .filter(place -> numbers.get(place) > 0)
                .findFirst()
                .orElse(Math.min(2, numbers.size() - 1));
    }

    private static SqlExpression compare(
            SqlExpression text, ComparisonOperator operator, List<Long> version) {
        List<SqlExpression> expected = new ArrayList<>();
        version.forEach(number -> expected.add(new Cast(new Whole(number), SqlType.BIGINT, false)));
        return Conditions.compare(new Array(parts(text)), operator, new Array(expected));
    }

    private static List<SqlExpression> parts(SqlExpression text) {
        List<SqlExpression> parts = new ArrayList<>();
        for (int group = 1; group <= 3; group++) {
            Call part = new Call(SqlFunction.REGEXP_EXTRACT, text, VERSION, new Whole(group));
            parts.add(new Cast(part, SqlType.BIGINT, false));
        }
        return parts;
    }

    private static SqlExpression onlyVersions(SqlExpression text, SqlExpression condition) {
        Call isVersion = new Call(SqlFunction.REGEXP_LIKE, text, VERSION);
        return new Case(List.of(new When(isVersion, condition)), Conditions.NEVER);
    }

    private static List<Long> triple(List<Long> numbers) {
        List<Long> triple = new ArrayList<>(numbers.subList(0, Math.min(3, numbers.size())));
        while (triple.size() < 3) {
            triple.add(0L);
        }
        return triple;
    }

    private static List<Long> numbers(String version) {
        String bare = version.strip().replaceFirst("^v", "").replaceFirst("[-+].*$", "");
        List<Long> numbers = new ArrayList<>();
        for (String part : bare.split("\\.", -1)) {
            if (!part.matches("[0-9]{1,18}")) {
                break;
            }
            numbers.add(Long.parseLong(part));
        }
        return numbers.isEmpty() ? List.of(0L) : numbers;
    }
}
