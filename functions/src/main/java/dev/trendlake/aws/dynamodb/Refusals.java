package dev.trendlake.aws.dynamodb;

import dev.trendlake.error.ApiException;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What it means for a request when DynamoDB doesn't answer. */
final class Refusals {
    private static final String BUSY = "The service is busy. Ask again in a moment.";
    private static final Duration SOON = Duration.ofSeconds(1);

    private Refusals() {}

    /** Makes a call, and turns its failure into the request's. */
    static <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw of(e);
        }
    }

    static QueryUnavailable busy() {
        return new QueryUnavailable(BUSY, SOON);
    }

    static QueryUnavailable busy(Throwable cause) {
        return new QueryUnavailable(BUSY, SOON, cause);
    }

    private static ApiException of(SdkException failure) {
        boolean refused =
                failure instanceof AwsServiceException answer
                        && answer.statusCode() < 500
                        && !answer.isThrottlingException();
        return refused ? new QueryFailed("DynamoDB refused a call", failure) : busy(failure);
    }
}
