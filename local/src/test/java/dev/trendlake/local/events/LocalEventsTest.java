package dev.trendlake.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.local.queue.LocalQueues;
import dev.trendlake.local.queue.Message;
import dev.trendlake.local.queue.QueueDefinition;
import dev.trendlake.local.s3.LocalS3;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** What a client does to the local S3, and what the queues hear of it. */
final class LocalEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final QueueDefinition CREATED = queue("created");
    private static final QueueDefinition DELETED = queue("deleted");

    @TempDir Path folder;

    private LocalQueues queues;
    private LocalS3 s3;
    private S3Client client;

    LocalEventsTest() {
        queues = new LocalQueues(List.of(), Path.of("."), InstantSource.system());
    }

    @BeforeEach
    void start() throws Exception {
        queues =
                new LocalQueues(
                        List.of(CREATED, DELETED),
                        folder.resolve("queues"),
                        InstantSource.system());
        LocalEvents events =
                new LocalEvents(
                        Set.of("lake"),
                        List.of(rule("Object Created", CREATED), rule("Object Deleted", DELETED)),
                        queues,
                        "000000000000",
                        "us-east-1",
                        InstantSource.fixed(Instant.parse("2026-11-27T08:00:00.123Z")));
        s3 = LocalS3.start(folder.resolve("buckets"), 0, events::accept);
        s3.createBucket("lake");
        s3.createBucket("silent");
        client = clientOf(s3.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        s3.close();
    }

    // The form is the one of EventBridge's documentation of S3's events.
    @Test
    void tellsOfAnObjectInTheWordsOfEventBridge() throws Exception {
        put("raw/project_id=7/a b+ü%.jsonl", "hello");

        JsonNode event = only(CREATED);
        assertThat(event.path("version").asText()).isEqualTo("0");
        assertThat(event.path("id").asText()).matches("[0-9a-f-]{36}");
        assertThat(event.path("detail-type").asText()).isEqualTo("Object Created");
        assertThat(event.path("source").asText()).isEqualTo("aws.s3");
        assertThat(event.path("account").asText()).isEqualTo("000000000000");
        assertThat(event.path("time").asText()).isEqualTo("2026-11-27T08:00:00Z");
        assertThat(event.path("region").asText()).isEqualTo("us-east-1");
        assertThat(event.path("resources").toString()).isEqualTo("[\"arn:aws:s3:::lake\"]");
        JsonNode detail = event.path("detail");
        assertThat(detail.path("version").asText()).isEqualTo("0");
        assertThat(detail.at("/bucket/name").asText()).isEqualTo("lake");
        assertThat(detail.at("/object/key").asText()).isEqualTo("raw/project_id=7/a b+ü%.jsonl");
        assertThat(detail.at("/object/size").asLong()).isEqualTo(5);
        // md5 of "hello"
        assertThat(detail.at("/object/etag").asText())
                .isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(detail.at("/object/sequencer").asText()).matches("[0-9A-F]{16}");
        assertThat(detail.path("requester").asText()).isEqualTo("000000000000");
        assertThat(detail.path("source-ip-address").asText()).isEqualTo("127.0.0.1");
        assertThat(detail.path("reason").asText()).isEqualTo("PutObject");
    }

    @Test
    void numbersTheChangesOfAKey() throws Exception {
        put("a", "1");
        put("a", "2");

        List<String> numbers =
                events(CREATED).stream()
                        .map(event -> event.at("/detail/object/sequencer").asText())
                        .toList();
        assertThat(numbers).hasSize(2).doesNotHaveDuplicates();
        assertThat(numbers).isSorted();
    }

    @Test
    void tellsOfCopies() throws Exception {
        put("a", "12");
        client.copyObject(request ->
                request.sourceBucket("lake")
                        .sourceKey("a")
                        .destinationBucket("lake")
                        .destinationKey("b"));

        assertThat(events(CREATED))
                .extracting(event ->
                        event.at("/detail/object/key").asText()
                                + " "
                                + event.at("/detail/object/size").asLong()
                                + " "
                                + event.at("/detail/reason").asText())
                .containsExactlyInAnyOrder("a 2 PutObject", "b 2 CopyObject");
    }

    @Test
    void tellsOfAnUploadInPartsOnceItIsComplete() throws Exception {
        String upload = client.createMultipartUpload(r -> r.bucket("lake").key("large")).uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            int part = number;
            byte[] content = new byte[part == 1 ? 5 * 1024 * 1024 : 10];
            String etag =
                    client.uploadPart(
                                    r ->
                                            r.bucket("lake")
                                                    .key("large")
                                                    .uploadId(upload)
                                                    .partNumber(part),
                                    RequestBody.fromBytes(content))
                            .eTag();
            parts.add(CompletedPart.builder().partNumber(part).eTag(etag).build());
        }
        assertThat(events(CREATED)).isEmpty();

        client.completeMultipartUpload(r ->
                r.bucket("lake")
                        .key("large")
                        .uploadId(upload)
                        .multipartUpload(CompletedMultipartUpload.builder().parts(parts).build()));

        JsonNode detail = only(CREATED).path("detail");
        assertThat(detail.path("reason").asText()).isEqualTo("CompleteMultipartUpload");
        assertThat(detail.at("/object/size").asLong()).isEqualTo(5 * 1024 * 1024 + 10);
        assertThat(detail.at("/object/etag").asText()).endsWith("-2");
    }

    @Test
    void tellsOfEachObjectThatIsDeletedOnce() throws Exception {
        for (String key : List.of("a", "b", "c")) {
            put(key, "1");
        }
        client.deleteObject(r -> r.bucket("lake").key("a"));
        List<ObjectIdentifier> both =
                List.of(
                        ObjectIdentifier.builder().key("b").build(),
                        ObjectIdentifier.builder().key("c").build());
        client.deleteObjects(r -> r.bucket("lake").delete(Delete.builder().objects(both).build()));

        assertThat(events(DELETED))
                .extracting(event ->
                        event.at("/detail/object/key").asText()
                                + " "
                                + event.at("/detail/reason").asText())
                .containsExactlyInAnyOrder("a DeleteObject", "b DeleteObject", "c DeleteObject");
    }

    @Test
    void saysNothingOfABucketThatTellsNobody() {
        client.putObject(r -> r.bucket("silent").key("a"), RequestBody.fromString("1"));

        assertThat(queues.byArn(CREATED.arn()).all()).isEmpty();
    }

    private void put(String key, String content) {
        client.putObject(r -> r.bucket("lake").key(key), RequestBody.fromString(content));
    }

    private JsonNode only(QueueDefinition queue) throws Exception {
        assertThat(events(queue)).hasSize(1);
        return events(queue).getFirst();
    }

    private List<JsonNode> events(QueueDefinition queue) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        for (Message message : queues.byArn(queue.arn()).all()) {
            events.add(JSON.readTree(message.body()));
        }
        return events;
    }

    private static EventRule rule(String detailType, QueueDefinition queue) throws Exception {
        String pattern = "{\"detail-type\": [\"%s\"]}".formatted(detailType);
        return new EventRule(
                detailType, EventPattern.of(JSON.readTree(pattern)), List.of(queue.arn()));
    }

    private static QueueDefinition queue(String name) {
        return new QueueDefinition(
                name, "arn:aws:sqs:us-east-1:000000000000:" + name, Duration.ofSeconds(30), "", 0);
    }

    private static S3Client clientOf(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(LocalS3.ACCESS_KEY, LocalS3.SECRET_KEY)))
                .build();
    }
}
