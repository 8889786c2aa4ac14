package dev.trendlake.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;

/** Lambda's own words for what can befall an invocation. */
final class Failures {
    private Failures() {}

    static Outcome.Failure timedOut(String requestId, Duration timeout) {
        double seconds = timeout.toMillis() / 1000.0;
        return failure(
                "Sandbox.Timedout",
                String.format(
                        Locale.ROOT,
                        "RequestId: %s Error: Task timed out after %.2f seconds",
                        requestId,
                        seconds));
    }

    static Outcome.Failure exited(String requestId, int status) {
        return failure(
                "Runtime.ExitError",
                "RequestId: %s Error: Runtime exited with error: exit status %d"
                        .formatted(requestId, status));
    }

    static Outcome.Failure tooLarge(int limit) {
        return failure(
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size ("
                        + limit
                        + " bytes).");
    }

    static Outcome.Failure notStarted(String reason) {
        return failure("Runtime.InvalidEntrypoint", reason);
    }

    private static Outcome.Failure failure(String type, String message) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("errorType", type);
        error.put("errorMessage", message);
        return new Outcome.Failure(error.toString());
    }
}
