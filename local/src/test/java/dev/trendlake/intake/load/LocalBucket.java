package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.S3File;
import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 endpoint over a folder, with one bucket. */
public final class LocalBucket implements AutoCloseable {
    /** Its name. */
    public static final String NAME = "lake";

    private final LocalS3 server;
    private final S3Client client;

    /** Starts the endpoint. */
    public LocalBucket(Path folder) {
        server = LocalS3.start(folder, 0);
        server.createBucket(NAME);
        client = new StackClients(stack()).s3();
    }

    /** A client of the endpoint. */
    public S3Client client() {
        return client;
    }

    /** The keys of all objects. */
    public List<String> keys() {
        return client.listObjectsV2Paginator(request -> request.bucket(NAME)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    S3File file(String key) {
        long size = client.headObject(request -> request.bucket(NAME).key(key)).contentLength();
        return new S3File(client, NAME, key, size);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    private RunningStack stack() {
        URI none = URI.create("http://127.0.0.1:1");
        return new RunningStack(
                none,
                none,
                none,
                server.endpoint(),
                none,
                none,
                none,
                "us-east-1",
                NAME,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }
}
