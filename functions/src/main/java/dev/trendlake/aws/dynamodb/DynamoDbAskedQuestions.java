package dev.trendlake.aws.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trendlake.warm.AskedQuestion;
import dev.trendlake.warm.AskedQuestions;
import dev.trendlake.warm.ComputingCost;
import dev.trendlake.warm.RememberedQuestion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Questions that are asked, in the DynamoDB table of results: an item {@code asked#DIGEST} each,
 * with the words compressed by gzip. What can't be noted is logged and costs the caller nothing.
 * Safe for use by several threads.
 */
public final class DynamoDbAskedQuestions implements AskedQuestions {
    private static final System.Logger LOGGER =
            System.getLogger(DynamoDbAskedQuestions.class.getName());
    private static final String PREFIX = "asked#";

    /** An item holds 400 KB; a question this long is asked by a program, and not warmed. */
    private static final int MOST_BYTES = 64 * 1024;

    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of results. */
    public DynamoDbAskedQuestions(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void note(
            long project,
            AskedQuestion question,
            Instant now,
            long askings,
            Optional<ComputingCost> cost) {
        byte[] words = compressed(question.request());
        if (words.length > MOST_BYTES) {
            return;
        }
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":askings", Values.number(askings));
        values.put(":form", Values.text(question.form().name()));
        values.put(":request", AttributeValue.fromB(SdkBytes.fromByteArray(words)));
        values.put(":now", Values.text(now.toString()));
        values.put(":expires_at", Values.number(now.plus(REMEMBERED).getEpochSecond()));
        cost.ifPresent(known -> {
            values.put(":bytes", Values.number(known.bytes()));
            values.put(":milliseconds", Values.number(known.milliseconds()));
        });
        write(project, question, values, cost.isPresent());
    }

    private void write(
            long project,
            AskedQuestion question,
            Map<String, AttributeValue> values,
            boolean hasCost) {
        try {
            client.updateItem(request ->
                    request.tableName(table)
                            .key(
                                    Map.of(
                                            "project", Values.text(Long.toString(project)),
                                            "query_key", Values.text(PREFIX + question.digest())))
                            .updateExpression(
                                    "SET form = :form, request = :request, last_asked = :now,"
                                            + " expires_at = :expires_at"
                                            + (hasCost
                                                    ? ", scanned = :bytes, took = :milliseconds"
                                                    : "")
                                            + " ADD askings :askings")
                            .expressionAttributeValues(values));
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, "a question could not be noted", e);
        }
    }

    @Override
    public List<RememberedQuestion> of(long project, Instant now) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression(
                                "#project = :project AND begins_with(query_key, :kind)")
                        .filterExpression("expires_at > :now")
                        .expressionAttributeNames(Map.of("#project", "project"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":project", Values.text(Long.toString(project)),
                                        ":kind", Values.text(PREFIX),
                                        ":now", Values.number(now.getEpochSecond())))
                        .build();
        return Refusals.told(() ->
                client.queryPaginator(query).items().stream()
                        .map(item -> remembered(new Item(item)))
                        .toList());
    }

    private static RememberedQuestion remembered(Item item) {
        return new RememberedQuestion(
                new AskedQuestion(
                        AskedQuestion.Form.valueOf(item.text("form")),
                        expanded(item.value("request").b())),
                item.number("askings"),
                Instant.parse(item.text("last_asked")),
                new ComputingCost(item.number("scanned"), item.number("took")));
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static String expanded(SdkBytes bytes) {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(bytes.asByteArray()))) {
            return new String(gzip.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a question that was kept is not compressed", e);
        }
    }
}
