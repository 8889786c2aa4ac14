package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as text by a pattern; the letters are MySQL's, with what ClickHouse adds. */
final class TimeFormat {
    // ClickHouse's letters and how the engine writes the same.
    private static final Map<Character, String> PATTERNS =
            Map.ofEntries(
                    Map.entry('Y', "%Y"),
                    Map.entry('y', "%y"),
                    Map.entry('m', "%m"),
                    Map.entry('c', "%m"),
                    Map.entry('d', "%d"),
                    Map.entry('e', "%e"),
                    Map.entry('b', "%b"),
                    Map.entry('M', "%M"),
                    Map.entry('a', "%a"),
                    Map.entry('W', "%W"),
                    Map.entry('j', "%j"),
                    Map.entry('V', "%v"),
                    Map.entry('G', "%x"),
                    Map.entry('H', "%H"),
                    Map.entry('k', "%k"),
                    Map.entry('h', "%h"),
                    Map.entry('I', "%h"),
                    Map.entry('l', "%l"),
                    Map.entry('i', "%i"),
                    Map.entry('S', "%s"),
                    Map.entry('s', "%s"),
                    Map.entry('f', "%f"),
                    Map.entry('p', "%p"),
                    Map.entry('F', "%Y-%m-%d"),
                    Map.entry('D', "%m/%d/%y"),
                    Map.entry('T', "%H:%i:%s"),
                    Map.entry('R', "%H:%i"),
                    Map.entry('r', "%h:%i %p"),
                    Map.entry('n', "\n"),
                    Map.entry('t', "\t"),
                    Map.entry('%', "%%"));

    private static final Pattern PIECE = Pattern.compile("(?s)%.?|[^%]+");

    private TimeFormat() {}

    static TypedSql of(Arguments arguments) {
        return TypedSql.text(
                Let.be(
                        TimeFunctions.shown(arguments, 0, 2),
                        arguments.translator().newName("time"),
                        time -> written(arguments, time)));
    }

    private static SqlExpression written(Arguments arguments, SqlExpression time) {
        List<SqlExpression> parts = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher pieces = PIECE.matcher(arguments.constantText(1));
        while (pieces.find()) {
            String piece = pieces.group();
            char letter = piece.charAt(piece.length() - 1);
            if (piece.charAt(0) != '%') {
                pattern.append(piece);
            } else if (PATTERNS.containsKey(letter)) {
                pattern.append(PATTERNS.get(letter));
            } else {
                end(pattern, time, parts);
                parts.add(number(arguments, letter, time));
            }
        }
        end(pattern, time, parts);
        return joined(parts);
    }

    private static void end(StringBuilder pattern, SqlExpression time, List<SqlExpression> parts) {
        if (!pattern.isEmpty()) {
            parts.add(call(SqlFunction.DATE_FORMAT, time, new Text(pattern.toString())));
            pattern.setLength(0);
        }
    }

    private static SqlExpression number(Arguments arguments, char letter, SqlExpression time) {
        SqlExpression number =
                switch (letter) {
                    case 'u' -> call(SqlFunction.DAY_OF_WEEK, time);
                    case 'w' ->
                            call(
                                    SqlFunction.MOD,
                                    call(SqlFunction.DAY_OF_WEEK, time),
                                    new SqlExpression.Whole(7));
                    case 'Q' -> call(SqlFunction.QUARTER, time);
                    default -> throw arguments.refused("unknown pattern '%" + letter + "'");
                };
        return Sql.cast(number, SqlType.VARCHAR);
    }

    private static SqlExpression joined(List<SqlExpression> parts) {
        return switch (parts.size()) {
            case 0 -> new Text("");
            case 1 -> parts.getFirst();
            default -> new SqlExpression.Call(SqlFunction.CONCAT, parts);
        };
    }
}
