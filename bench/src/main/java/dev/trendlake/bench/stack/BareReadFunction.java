package dev.trendlake.bench.stack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A handler that reads one item, with the client that ours makes, and answers how long that took in
 * nanoseconds. Its event is text: the table, then the names and values of the key, a line each.
 */
public final class BareReadFunction implements RequestStreamHandler {
    private final DynamoDbClient dynamoDb =
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        String[] lines = new String(event.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
        Map<String, AttributeValue> key =
                Map.of(
                        lines[1], AttributeValue.fromS(lines[2]),
                        lines[3], AttributeValue.fromS(lines[4]));
        long begin = System.nanoTime();
        dynamoDb.getItem(request -> request.tableName(lines[0]).key(key).consistentRead(true));
        long took = System.nanoTime() - begin;
        answer.write(Long.toString(took).getBytes(StandardCharsets.UTF_8));
    }
}
