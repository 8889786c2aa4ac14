package dev.trendlake.aws.athena;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;

/** What can go wrong with a call or an execution, as far as the difference matters to us. */
enum AthenaFailure {
    /** Refused for now, or broken inside: the same call may pass. */
    BUSY,
    /** No answer came: the same call may pass, and may have been taken. */
    LOST,
    /** There is no such execution, or its rows were removed. */
    GONE,
    /** Stopped at the workgroup's limit of bytes: would stop there again. */
    READS_TOO_MUCH,
    /** Athena has no room for what the statement gathers: would fail again. */
    NEEDS_TOO_MUCH,
    /** Stopped by somebody. */
    CANCELLED,
    /** Failed for a passing reason: another execution may succeed. */
    PASSING,
    /** The statement, the table or a permission is wrong. */
    WRONG;

    private static final Set<String> THROTTLED =
            Set.of("ThrottlingException", "TooManyRequestsException", "Throttling");
    private static final Set<String> GONE_CODES =
            Set.of("QUERY_EXECUTION_NOT_FOUND", "RESULT_NOT_FOUND");

    private record CallRule(Predicate<SdkException> applies, AthenaFailure failure) {}

    private record EndRule(Predicate<QueryExecutionStatus> applies, AthenaFailure failure) {}

    /** What the error of a call means; the first that applies (spec: Athena, 1, exceptions). */
    private static final List<CallRule> CALLS =
            List.of(
                    new CallRule(e -> THROTTLED.contains(errorCode(e)), BUSY),
                    new CallRule(e -> status(e) == 429 || status(e) >= 500, BUSY),
                    new CallRule(AthenaFailure::nothingCameBack, LOST),
                    new CallRule(e -> GONE_CODES.contains(athenaErrorCode(e)), GONE));

    /**
     * What the end of an execution means; the first that applies (spec: Athena, 1, error types).
     * Types 0 to 8 of the system's category: the statement exhausted its resources.
     */
    private static final List<EndRule> ENDS =
            List.of(
                    new EndRule(s -> reason(s).contains("bytes scanned limit"), READS_TOO_MUCH),
                    new EndRule(s -> s.state() == QueryExecutionState.CANCELLED, CANCELLED),
                    new EndRule(s -> isType(s, 1011, 1011) || isType(s, 1014, 1014), CANCELLED),
                    new EndRule(AthenaFailure::isRetryable, PASSING),
                    new EndRule(s -> reason(s).contains("exhausted resources"), NEEDS_TOO_MUCH),
                    new EndRule(s -> category(s) == 1 && isType(s, 0, 8), NEEDS_TOO_MUCH),
                    new EndRule(s -> isType(s, 1400, 1406) || isType(s, 1602, 1602), PASSING));

    /** What the error of a call means. */
    static AthenaFailure of(SdkException error) {
        return CALLS.stream()
                .filter(rule -> rule.applies().test(error))
                .findFirst()
                .map(CallRule::failure)
                .orElse(WRONG);
    }

    /** What the end of an execution that gave no rows means. */
    static AthenaFailure of(QueryExecutionStatus end) {
        return ENDS.stream()
                .filter(rule -> rule.applies().test(end))
                .findFirst()
                .map(EndRule::failure)
                .orElse(WRONG);
    }

    /** Whether the same call, made again, may pass. */
    boolean mayPass() {
        return this == BUSY || this == LOST;
    }

    private static String errorCode(SdkException error) {
        return error instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? String.valueOf(service.awsErrorDetails().errorCode())
                : "";
    }

    private static String athenaErrorCode(SdkException error) {
        return error instanceof InvalidRequestException invalid
                ? String.valueOf(invalid.athenaErrorCode())
                : "";
    }

    private static int status(SdkException error) {
        return error instanceof AwsServiceException service ? service.statusCode() : 0;
    }

    private static boolean nothingCameBack(SdkException error) {
        if (error instanceof ApiCallTimeoutException
                || error instanceof ApiCallAttemptTimeoutException) {
            return true;
        }
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String reason(QueryExecutionStatus end) {
        return String.valueOf(end.stateChangeReason()).toLowerCase(Locale.ROOT);
    }

    private static boolean isRetryable(QueryExecutionStatus end) {
        AthenaError error = end.athenaError();
        return error != null && Boolean.TRUE.equals(error.retryable());
    }

    private static int category(QueryExecutionStatus end) {
        AthenaError error = end.athenaError();
        return error == null || error.errorCategory() == null ? -1 : error.errorCategory();
    }

    private static boolean isType(QueryExecutionStatus end, int low, int high) {
        AthenaError error = end.athenaError();
        return error != null
                && error.errorType() != null
                && error.errorType() >= low
                && error.errorType() <= high;
    }
}
