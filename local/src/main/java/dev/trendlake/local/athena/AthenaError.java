package dev.trendlake.local.athena;

/**
 * Why a query failed (spec: Athena, 1, error types).
 *
 * @param category 1 for the system, 2 for the user, 3 for others
 * @param type Athena's number of the kind of error
 * @param retryable whether another execution may succeed
 */
record AthenaError(int category, int type, boolean retryable, String message) {
    static AthenaError passing() {
        return new AthenaError(
                1, 210, true, "GENERIC_INTERNAL_ERROR: Query timed out; please try again");
    }

    static AthenaError exhausted() {
        return new AthenaError(1, 1, false, "Query exhausted resources at this scale factor");
    }

    static AthenaError functionMissing(String position, String name) {
        return new AthenaError(
                2,
                1303,
                false,
                "FUNCTION_NOT_FOUND: " + position + ": Function '" + name + "' not registered");
    }

    static AthenaError internal(String message) {
        return new AthenaError(1, 100, false, "GENERIC_INTERNAL_ERROR: " + message);
    }
}
