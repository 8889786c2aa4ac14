package dev.trendlake.local.firehose;

/** A call that Firehose refuses, with its own name for the reason. */
final class FirehoseError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    private FirehoseError(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static FirehoseError invalidArgument(String message) {
        return new FirehoseError(400, "InvalidArgumentException", message);
    }

    static FirehoseError noStream(String name, String account) {
        return new FirehoseError(
                400,
                "ResourceNotFoundException",
                "Firehose %s under account %s not found.".formatted(name, account));
    }

    static FirehoseError unknownOperation(String target) {
        return new FirehoseError(
                400, "UnknownOperationException", "only PutRecordBatch is known here: " + target);
    }

    static FirehoseError unavailable() {
        return new FirehoseError(503, "ServiceUnavailableException", "Slow down.");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
