package dev.trendlake.local.stack;

import dev.trendlake.local.athena.LocalAthena;
import dev.trendlake.local.dynamodb.LocalDynamoDb;
import dev.trendlake.local.events.LocalEvents;
import dev.trendlake.local.firehose.LocalFirehose;
import dev.trendlake.local.queue.LocalQueues;
import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.template.Deliveries;
import dev.trendlake.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The services that functions call, started together and filled with what the template names: the
 * only class that knows all of them.
 */
final class StackServices implements AutoCloseable {
    private final Template template;
    private final Path data;
    private final Path downloads;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private URI athena = URI.create("");
    private URI s3 = URI.create("");
    private URI dynamoDb = URI.create("");
    private URI firehose = URI.create("");
    private final LocalQueues queues;

    private StackServices(Template template, StackOptions options) {
        this.template = template;
        this.data = options.data();
        this.downloads = options.downloads();
        this.queues =
                new LocalQueues(
                        template.deliveries().queues().values(),
                        data.resolve("queues"),
                        InstantSource.system());
    }

    /** Starts all of them; when one doesn't start, the others are ended. */
    static StackServices start(Template template, StackOptions options) {
        StackServices services = new StackServices(template, options);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts =
                    CompletableFuture.allOf(
                            CompletableFuture.runAsync(services::startAthena, threads),
                            CompletableFuture.runAsync(services::startS3, threads),
                            CompletableFuture.runAsync(
                                    () -> services.startDynamoDb(options.dynamoDb()), threads));
            starts.join();
            return services;
        } catch (CompletionException e) {
            services.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    URI athena() {
        return athena;
    }

    /** The service behind that address. */
    LocalAthena localAthena() {
        return service(LocalAthena.class);
    }

    URI s3() {
        return s3;
    }

    URI dynamoDb() {
        return dynamoDb;
    }

    URI firehose() {
        return firehose;
    }

    LocalFirehose localFirehose() {
        return service(LocalFirehose.class);
    }

    LocalQueues queues() {
        return queues;
    }

    /** The variables that lead the AWS SDK of a function to the services. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_ATHENA", athena.toString(),
                "AWS_ENDPOINT_URL_S3", s3.toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString(),
                "AWS_ENDPOINT_URL_FIREHOSE", firehose.toString(),
                "AWS_ACCESS_KEY_ID", LocalS3.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", LocalS3.SECRET_KEY);
    }

    @Override
    public void close() {
        for (AutoCloseable service = next(); service != null; service = next()) {
            try {
                service.close();
            } catch (Exception e) {
                // The others are to be ended all the same.
                System.err.println("trendlake: a service did not end: " + e.getMessage());
            }
        }
    }

    private void startAthena() {
        LocalAthena service =
                keep(() -> LocalAthena.start(buckets(), data.resolve("metastore"), 0));
        template.databases().values().forEach(service::createDatabase);
        template.glueTables().values().forEach(service::createTable);
        template.workGroups().values().forEach(service::createWorkGroup);
        athena = service.endpoint();
    }

    private void startS3() {
        Deliveries deliveries = template.deliveries();
        LocalEvents events =
                new LocalEvents(
                        deliveries.tellingBuckets(),
                        deliveries.rules(),
                        queues,
                        Template.ACCOUNT,
                        Template.REGION,
                        InstantSource.system());
        LocalS3 service = keep(() -> LocalS3.start(buckets(), 0, events::accept));
        template.buckets().values().forEach(service::createBucket);
        s3 = service.endpoint();
        firehose = keep(this::startFirehose).endpoint();
    }

    private LocalFirehose startFirehose() {
        S3Client client = StackClients.s3(s3);
        return LocalFirehose.start(
                template.deliveries().streams().values(),
                data.resolve("streams"),
                new S3Sink(client),
                Template.ACCOUNT);
    }

    private void startDynamoDb(@Nullable URI existing) {
        dynamoDb =
                existing == null
                        ? keep(() -> LocalDynamoDb.start(data.resolve("dynamodb"), downloads, 0))
                                .endpoint()
                        : existing;
        try (DynamoDbClient client = StackClients.dynamoDb(dynamoDb)) {
            new DynamoDbTables(client).create(template.tables().values());
        }
    }

    private Path buckets() {
        return data.resolve("buckets");
    }

    private <T extends AutoCloseable> T keep(Supplier<T> start) {
        T service = start.get();
        synchronized (started) {
            started.push(service);
        }
        return service;
    }

    private <T> T service(Class<T> type) {
        synchronized (started) {
            return started.stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private @Nullable AutoCloseable next() {
        synchronized (started) {
            return started.poll();
        }
    }
}
