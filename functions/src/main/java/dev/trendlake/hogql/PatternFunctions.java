package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that look for a part of a text and take it out or replace it. */
final class PatternFunctions {
    private static final Pattern REFERENCE = Pattern.compile("\\\\([0-9\\\\])|\\$");

    private PatternFunctions() {}

    static void addTo(FunctionTable table) {
        for (String name : List.of("replace", "replaceAll")) {
            table.add(
                    name,
                    3,
                    3,
                    a -> TypedSql.text(call(SqlFunction.REPLACE, a.text(0), a.text(1), a.text(2))));
        }
        table.add("replaceOne", 3, 3, PatternFunctions::replaceOne);
        table.add("replaceRegexpAll", 3, 3, PatternFunctions::replaceEveryMatch);
        table.add("replaceRegexpOne", 3, 3, PatternFunctions::replaceFirstMatch);
        table.add("extract", 2, 2, PatternFunctions::extract);
        table.add("extractAll", 2, 2, PatternFunctions::extractAll);
        table.add("trim", 1, 2, a -> trimmed(a, SqlFunction.TRIM, "^%1$s|%1$s$"));
        table.add("trimBoth", 1, 2, a -> trimmed(a, SqlFunction.TRIM, "^%1$s|%1$s$"));
        for (String name : List.of("trimLeft", "ltrim")) {
            table.add(name, 1, 2, a -> trimmed(a, SqlFunction.LTRIM, "^%1$s"));
        }
        for (String name : List.of("trimRight", "rtrim")) {
            table.add(name, 1, 2, a -> trimmed(a, SqlFunction.RTRIM, "%1$s$"));
        }
    }

    private static TypedSql replaceOne(Arguments arguments) {
        String wanted = PatternMatch.quoted(arguments.constantText(1));
        String instead = arguments.constantText(2).replace("\\", "\\\\").replace("$", "\\$");
        return replaced(arguments, "(?s)\\A(.*?)" + wanted, "$1" + instead);
    }

    private static TypedSql replaceEveryMatch(Arguments arguments) {
        Text expression = expression(arguments);
        return replaced(arguments, expression.value(), replacement(arguments, 0));
    }

    // What stands before the first match is the first group, the match the second.
    private static TypedSql replaceFirstMatch(Arguments arguments) {
        String first = "(?s)\\A(.*?)(" + expression(arguments).value() + ")";
        return replaced(arguments, first, "$1" + replacement(arguments, 2));
    }

    private static TypedSql replaced(Arguments arguments, String expression, String with) {
        return TypedSql.text(
                call(
                        SqlFunction.REGEXP_REPLACE,
                        arguments.text(0),
                        new Text(expression),
                        new Text(with)));
    }

    // ClickHouse writes \1 for the first group, the engine $1.
    private static String replacement(Arguments arguments, int groupsBefore) {
        int groups = PatternMatch.groupsOf(arguments.constantText(1));
        return REFERENCE
                .matcher(arguments.constantText(2))
                .replaceAll(
                        found -> Matcher.quoteReplacement(reference(found, groups, groupsBefore)));
    }

    private static String reference(MatchResult found, int groups, int groupsBefore) {
        if (found.group().equals("$")) {
            return "\\$";
        }
        if (found.group(1).equals("\\")) {
            return "\\\\";
        }
        int group = Integer.parseInt(found.group(1));
        return group > groups ? "" : "$" + (group + groupsBefore);
    }

    private static Text expression(Arguments arguments) {
        String written = arguments.constantText(1);
        SqlExpression checked = PatternMatch.expression(new Text(written), "");
        return checked instanceof Text text ? text : new Text(written);
    }

    private static TypedSql extract(Arguments arguments) {
        Text expression = expression(arguments);
        boolean hasGroup = PatternMatch.groupsOf(arguments.constantText(1)) > 0;
        return part(arguments, expression, hasGroup ? 1 : 0);
    }

    /** A group of the first match in the first argument: empty without one, NULL for NULL. */
    static TypedSql part(Arguments arguments, Text expression, int group) {
        return TypedSql.text(
                Let.be(
                        arguments.text(0),
                        arguments.translator().newName("searched"),
                        text ->
                                Sql.or(
                                        call(
                                                SqlFunction.REGEXP_EXTRACT,
                                                text,
                                                expression,
                                                new Whole(group)),
                                        call(
                                                SqlFunction.SUBSTR,
                                                text,
                                                new Whole(1),
                                                new Whole(0)))));
    }

    private static TypedSql extractAll(Arguments arguments) {
        Text expression = expression(arguments);
        boolean hasGroup = PatternMatch.groupsOf(arguments.constantText(1)) > 0;
        SqlExpression parts =
                call(
                        SqlFunction.REGEXP_EXTRACT_ALL,
                        arguments.text(0),
                        expression,
                        new Whole(hasGroup ? 1 : 0));
        return TypedSql.array(parts, Single.TEXT);
    }

    private static TypedSql trimmed(Arguments arguments, SqlFunction blanks, String places) {
        if (arguments.size() == 1) {
            return TypedSql.text(call(blanks, arguments.text(0)));
        }
        StringBuilder set = new StringBuilder("[");
        arguments
                .constantText(1)
                .chars()
                .forEach(character -> set.append("\\x{%x}".formatted(character)));
        String run = set.append("]+").toString();
        if (arguments.constantText(1).isEmpty()) {
            return TypedSql.text(arguments.text(0));
        }
        return replaced(arguments, places.formatted(run), "");
    }
}
