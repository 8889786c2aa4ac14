package dev.trendlake.aws.athena;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.AthenaClientBuilder;

/** Makes Athena clients that suit {@link AthenaQueryEngine}. */
public final class AthenaClients {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(6);

    private AthenaClients() {}

    /**
     * A builder whose clients repeat nothing by themselves: the engine repeats calls within the
     * caller's deadline, and two layers that repeat would multiply. Region, credentials and
     * endpoint come from the SDK's own places.
     */
    public static AthenaClientBuilder builder() {
        return AthenaClient.builder()
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT)
                                .socketTimeout(READ))
                .overrideConfiguration(
                        settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }
}
