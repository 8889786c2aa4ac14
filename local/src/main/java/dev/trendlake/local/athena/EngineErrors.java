package dev.trendlake.local.athena;

import io.trino.client.QueryError;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine's errors in Athena's terms. */
final class EngineErrors {
    private static final Pattern INJECTED =
            Pattern.compile(
                    "Column projection for column '([^']*)' failed\\. Injected projection.*",
                    Pattern.DOTALL);

    /** Athena's numbers of the errors of a user; any other one is a 1000 (spec: Athena, 1). */
    private static final Map<String, Integer> USER_TYPES =
            Map.ofEntries(
                    Map.entry("SYNTAX_ERROR", 1006),
                    Map.entry("INVALID_ARGUMENTS", 1100),
                    Map.entry("INVALID_FUNCTION_ARGUMENT", 1106),
                    Map.entry("TABLE_NOT_FOUND", 1110),
                    Map.entry("SCHEMA_NOT_FOUND", 1110),
                    Map.entry("NOT_SUPPORTED", 1200),
                    Map.entry("FUNCTION_NOT_FOUND", 1303));

    private EngineErrors() {}

    static AthenaError toAthena(QueryError error) {
        Matcher injected = INJECTED.matcher(String.valueOf(error.getMessage()));
        if (injected.matches()) {
            return new AthenaError(2, 1000, false, literalMissing(injected.group(1)));
        }
        String message = error.getErrorName() + ": " + error.getMessage();
        return switch (error.getErrorType()) {
            case "USER_ERROR" ->
                    new AthenaError(
                            2, USER_TYPES.getOrDefault(error.getErrorName(), 1000), false, message);
            case "INSUFFICIENT_RESOURCES" ->
                    new AthenaError(
                            1, 1, false, AthenaError.exhausted().message() + ": " + message);
            case "EXTERNAL" -> new AthenaError(3, 1000, false, message);
            default -> new AthenaError(1, 100, false, message);
        };
    }

    private static String literalMissing(String column) {
        return "CONSTRAINT_VIOLATION: For the injected projected partition column "
                + column
                + ", the WHERE clause must contain only static equality conditions, and at least"
                + " one such condition must be present.";
    }
}
