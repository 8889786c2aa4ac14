package dev.trendlake.local.athena;

import org.jspecify.annotations.Nullable;

/** An error answer: its shape is that of the service (spec: Athena, 1, error body). */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String reason;

    private Refusal(
            int status,
            String type,
            @Nullable String message,
            @Nullable String code,
            @Nullable String reason) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.reason = reason;
    }

    static Refusal invalid(String code, String message) {
        return new Refusal(400, "InvalidRequestException", message, code, null);
    }

    static Refusal invalidInput(String message) {
        return invalid("INVALID_INPUT", message);
    }

    static Refusal constraint(String value, String member, String constraint) {
        return invalidInput(
                "1 validation error detected: Value "
                        + value
                        + " at '"
                        + member
                        + "' failed to satisfy constraint: "
                        + constraint);
    }

    static Refusal serialization(@Nullable String message) {
        return new Refusal(400, "SerializationException", message, null, null);
    }

    static Refusal unknownOperation() {
        return new Refusal(400, "UnknownOperationException", null, null, null);
    }

    static Refusal throttled() {
        return new Refusal(400, "ThrottlingException", "Rate exceeded", null, null);
    }

    static Refusal tooManyQueries() {
        return new Refusal(
                400,
                "TooManyRequestsException",
                "You have exceeded the limit for the number of queries you can run concurrently."
                        + " Please reduce the number of concurrent queries submitted by this"
                        + " account.",
                null,
                "CONCURRENT_QUERY_LIMIT_EXCEEDED");
    }

    static Refusal internal() {
        return new Refusal(500, "InternalServerException", "Internal error", null, null);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    @Nullable String code() {
        return code;
    }

    @Nullable String reason() {
        return reason;
    }
}
