package dev.trendlake.local.athena;

import io.trino.sql.tree.NodeLocation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Athena types {@code 1.5} as double, the engine as decimal (spec: Athena, 1): an exponent helps.
 */
final class DecimalLiterals {
    private static final Pattern PLAIN = Pattern.compile("[0-9_]*\\.[0-9_]*");

    private DecimalLiterals() {}

    static String asDoubles(String sql, List<NodeLocation> literals) {
        int[] lineStarts = lineStartsOf(sql);
        StringBuilder text = new StringBuilder(sql);
        literals.stream()
                .map(at ->
                        // The parser counts characters, not UTF-16 units.
                        sql.offsetByCodePoints(
                                lineStarts[at.getLineNumber() - 1], at.getColumnNumber() - 1))
                .map(start -> endOfPlain(sql, start))
                .filter(end -> end >= 0)
                .sorted((a, b) -> Integer.compare(b, a))
                .forEach(end -> text.insert(end, "E0"));
        return text.toString();
    }

    /** The end of a literal without a type before it, -1 for others. */
    private static int endOfPlain(String sql, int start) {
        Matcher plain = PLAIN.matcher(sql).region(start, sql.length());
        return plain.lookingAt() ? plain.end() : -1;
    }

    private static int[] lineStartsOf(String sql) {
        int[] starts = new int[(int) sql.chars().filter(c -> c == '\n').count() + 1];
        int line = 1;
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, line);
    }
}
