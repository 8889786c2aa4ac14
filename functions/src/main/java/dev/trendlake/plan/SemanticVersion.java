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

    /** The version lies on one side of another, or is it. */
    static SqlExpression compared(
            TypedValue property, ComparisonOperator operator, String version) {
        SqlExpression text = property.asText();
        return onlyVersions(text, compare(text, operator, triple(numbers(version))));
    }

    /** From 1.2.3 to before 1.3.0, from 1 to before 2. */
    static SqlExpression tilde(TypedValue property, String version) {
        List<Long> numbers = numbers(version);
        return within(property, numbers, Math.min(1, numbers.size() - 1));
    }

    /** From 1.2.3 to before 2.0.0, from 0.2.3 to before 0.3.0. */
    static SqlExpression caret(TypedValue property, String version) {
        List<Long> numbers = numbers(version);
        return within(property, numbers, firstThatCounts(numbers));
    }

    /** The version begins with these numbers: 1.2.3.* is the one version 1.2.3. */
    static SqlExpression wildcard(TypedValue property, String version) {
        List<Long> numbers = numbers(version);
        return within(property, numbers, Math.min(2, numbers.size() - 1));
    }

    private static SqlExpression within(TypedValue property, List<Long> numbers, int raised) {
        SqlExpression text = property.asText();
        List<Long> end = new ArrayList<>(numbers.subList(0, raised));
        end.add(numbers.get(raised) + 1);
        return onlyVersions(
                text,
                Conditions.all(
                        List.of(
                                compare(text, ComparisonOperator.GREATER_OR_EQUAL, triple(numbers)),
                                compare(text, ComparisonOperator.LESS, triple(end)))));
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
