package dev.trendlake.bench.stack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.trendlake.aws.athena.AthenaClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A handler that makes the clients that ours makes, and answers without using them. */
public final class IdleFunction implements RequestStreamHandler {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final List<SdkClient> clients =
            List.of(
                    DynamoDbClient.builder().httpClient(http).build(),
                    S3Client.builder().httpClient(http).build(),
                    AthenaClients.builder().build());

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        event.readAllBytes();
        String text = "{\"statusCode\":200,\"body\":\"%d clients\"}".formatted(clients.size());
        answer.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
