package dev.trendlake.local.stack;

import dev.trendlake.local.firehose.ObjectSink;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Writes the objects of streams into the stack's S3, as any client does: S3 tells of them. */
record S3Sink(S3Client client) implements ObjectSink {
    @Override
    public void put(String bucket, String key, byte[] content) throws IOException {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }
}
