package dev.trendlake.aws.s3;

import dev.trendlake.cache.LargeResults;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Large results in a bucket, under {@code results/}. Objects are never overwritten; the bucket's
 * lifecycle removes them. Safe for use by several threads.
 */
public final class S3LargeResults implements LargeResults {
    private static final String PREFIX = "results/";

    private final Supplier<S3Client> client;
    private final String bucket;

    /** Takes what gives the client when it is needed, and the bucket's name. */
    public S3LargeResults(Supplier<S3Client> client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void keep(String name, byte[] content) {
        client.get()
                .putObject(
                        request -> request.bucket(bucket).key(PREFIX + name),
                        RequestBody.fromBytes(content));
    }

    @Override
    public Optional<byte[]> find(String name) {
        try {
            return Optional.of(
                    client.get()
                            .getObjectAsBytes(request -> request.bucket(bucket).key(PREFIX + name))
                            .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
