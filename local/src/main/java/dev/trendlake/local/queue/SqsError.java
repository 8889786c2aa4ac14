package dev.trendlake.local.queue;

/** A call that SQS refuses, with its own name for the reason. */
final class SqsError extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;

    private SqsError(String type, String message) {
        super(message);
        this.type = type;
    }

    static SqsError noQueue() {
        return new SqsError(
                "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
    }

    static SqsError invalid(String message) {
        return new SqsError("com.amazonaws.sqs#InvalidParameterValue", message);
    }

    static SqsError unknownOperation(String target) {
        return new SqsError(
                "com.amazonaws.sqs#UnsupportedOperation", target + " is not known on one machine");
    }

    String type() {
        return type;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
