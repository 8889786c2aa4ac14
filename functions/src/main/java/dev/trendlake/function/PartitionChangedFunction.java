package dev.trendlake.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.trendlake.aws.dynamodb.DynamoDbAnnouncedChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionChanges;
import dev.trendlake.lake.ToldChanges;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Raises the versions of partitions whose objects appeared or are gone. Takes batches of SQS
 * messages, each of which holds EventBridge's event {@code Object Created} or {@code Object
 * Deleted} of S3 (spec: AWS, EventBridge and S3 events), and answers with those that failed, which
 * come again.
 */
public final class PartitionChangedFunction implements RequestStreamHandler {
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);

    private final LakeNotices notices;

    /** Puts the function together as it runs in Lambda. */
    public PartitionChangedFunction() {
        JsonLogFormatter.install();
        PartitionSettings settings = PartitionSettings.of(System.getenv());
        DynamoDbClient dynamoDb =
                DynamoDbClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .overrideConfiguration(
                                calls -> calls.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT))
                        .build();
        InstantSource clock = InstantSource.system();
        this.notices =
                new LakeNotices(
                        new ToldChanges(
                                new DynamoDbPartitionChanges(dynamoDb, settings.partitionsTable()),
                                new DynamoDbAnnouncedChanges(
                                        dynamoDb, settings.partitionsTable(), clock)),
                        settings.dataBucket(),
                        new NoticeLog(System.out, clock, System::nanoTime));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        answer.write(notices.take(text).getBytes(StandardCharsets.UTF_8));
    }
}
