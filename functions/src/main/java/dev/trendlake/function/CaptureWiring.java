package dev.trendlake.function;

import dev.trendlake.aws.dynamodb.DynamoDbProjectTokens;
import dev.trendlake.aws.firehose.FirehoseCalls;
import dev.trendlake.aws.firehose.FirehoseEventStream;
import dev.trendlake.capture.Capture;
import dev.trendlake.capture.EventStream;
import dev.trendlake.capture.RememberedTokens;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.crac.Core;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts together what captures events: a client of DynamoDB for tokens, one of Firehose, and nothing
 * of what answers questions, so that a first event waits for little.
 */
final class CaptureWiring {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(6);
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);

    private CaptureWiring() {}

    /** A doorway to the routes of captured events, warmed before a snapshot is taken. */
    static Doorway doorway(String function) {
        JsonLogFormatter.install();
        Doorway doorway =
                new Doorway(
                        function,
                        responder(),
                        InstantSource.system(),
                        System.out,
                        Deployment.of(System.getenv()),
                        CapturePriming::run);
        // The context holds it weakly; the function itself keeps it.
        Core.getGlobalContext().register(doorway);
        return doorway;
    }

    /** What answers the routes of captured events. */
    static CaptureResponder responder() {
        CaptureSettings settings = CaptureSettings.of(System.getenv());
        SdkHttpClient http =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ)
                        .build();
        DynamoDbClient dynamoDb =
                DynamoDbClient.builder()
                        .httpClient(http)
                        .overrideConfiguration(
                                calls -> calls.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT))
                        .build();
        SecureRandom random = new SecureRandom();
        return new CaptureResponder(
                new Capture(
                        new RememberedTokens(
                                new DynamoDbProjectTokens(dynamoDb, settings.projectsTable()),
                                InstantSource.system()),
                        stream(settings, http, random),
                        random));
    }

    private static EventStream stream(
            CaptureSettings settings, SdkHttpClient http, SecureRandom random) {
        Region region = DefaultAwsRegionProviderChain.builder().build().getRegion();
        URI endpoint =
                settings.endpoint()
                        .orElseGet(() ->
                                URI.create(
                                        "https://firehose.%s.%s/"
                                                .formatted(
                                                        region.id(),
                                                        PartitionMetadata.of(region).dnsSuffix())));
        return new FirehoseEventStream(
                new FirehoseCalls(
                        http, endpoint, region.id(), DefaultCredentialsProvider.builder().build()),
                settings.stream(),
                random,
                Thread::sleep);
    }
}
