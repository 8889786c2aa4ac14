package dev.trendlake.aws.athena;

import java.util.regex.Pattern;

/**
 * A statement as the log may hold it: whole, but for the texts, which may be values of people's
 * properties. The execution's id finds the statement itself in Athena's history.
 */
final class StatementShape {
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*+'");

    private StatementShape() {}

    static String of(String statement) {
        return TEXT.matcher(statement).replaceAll("'…'");
    }
}
