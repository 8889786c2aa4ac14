package dev.trendlake.aws.athena;

import dev.trendlake.error.ApiException;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;

/** A statement that has ended, or never begun, and gives no rows; its message is for the log. */
final class NoRows extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);
    private static final double MEGABYTE = 1_000_000;

    private final AthenaFailure failure;
    private final double megabytes;

    private NoRows(AthenaFailure failure, String message, double megabytes) {
        super(message);
        this.failure = failure;
        this.megabytes = megabytes;
    }

    /** Takes an execution that has failed or was cancelled. */
    static NoRows of(QueryExecution execution) {
        QueryExecutionStatus status = execution.status();
        return new NoRows(
                AthenaFailure.of(status),
                "execution %s %s: %s (%s)\n%s"
                        .formatted(
                                execution.queryExecutionId(),
                                status.stateAsString(),
                                status.stateChangeReason(),
                                type(status),
                                StatementShape.of(execution.query())),
                Statistics.of(execution).bytesScanned() / MEGABYTE);
    }

    /** Takes the error of a call, and what the call was about. */
    static NoRows of(SdkException error, String subject) {
        NoRows noRows =
                new NoRows(
                        AthenaFailure.of(error),
                        error.getMessage() + "\n" + StatementShape.of(subject),
                        0);
        noRows.initCause(error);
        return noRows;
    }

    /** Takes a call that was never answered. */
    static NoRows of(NoAnswer reason) {
        NoRows noRows = new NoRows(AthenaFailure.LOST, String.valueOf(reason.getMessage()), 0);
        noRows.initCause(reason);
        return noRows;
    }

    /** Whether the statement has to be started again to have its rows, and may then give them. */
    boolean mayBeStartedAgain() {
        return switch (failure) {
            case GONE, CANCELLED, PASSING -> true;
            case BUSY, LOST, READS_TOO_MUCH, NEEDS_TOO_MUCH, WRONG -> false;
        };
    }

    /** What the request ends with. */
    ApiException forRequest() {
        ApiException exception =
                switch (failure) {
                    case BUSY, LOST, PASSING ->
                            new QueryUnavailable(
                                    "The query engine is busy. Ask again in a few seconds.",
                                    ASK_AGAIN);
                    case CANCELLED ->
                            new QueryUnavailable(
                                    "The query was cancelled. Ask again to run it anew.",
                                    ASK_AGAIN);
                    case READS_TOO_MUCH -> new InvalidRequest("date_from", readsTooMuch());
                    case NEEDS_TOO_MUCH ->
                            new InvalidRequest(
                                    "date_from",
                                    "The question is too large for the query engine: narrow the"
                                        + " date range or the filters, or use fewer breakdowns.");
                    case GONE, WRONG -> new QueryFailed(String.valueOf(getMessage()), this);
                };
        if (exception.getCause() == null) {
            exception.initCause(this);
        }
        return exception;
    }

    private String readsTooMuch() {
        return String.format(
                Locale.ROOT,
                "The question reads more data than is allowed at once (it was stopped after %.0f"
                        + " MB): narrow the date range or the filters.",
                megabytes);
    }

    private static String type(QueryExecutionStatus status) {
        AthenaError error = status.athenaError();
        return error == null
                ? "no error type"
                : "category " + error.errorCategory() + ", type " + error.errorType();
    }
}
