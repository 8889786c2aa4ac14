package dev.trendlake.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

class LocalS3Test {
    @TempDir Path folder;

    @Test
    void keepsObjectsAsFiles() throws IOException {
        try (LocalS3 s3 = LocalS3.start(folder.resolve("buckets"), 0);
                S3Client client = clientOf(s3)) {
            s3.createBucket("lake");
            s3.createBucket("lake");
            client.putObject(
                    r -> r.bucket("lake").key("events/day=1/a.parquet"),
                    RequestBody.fromString("bytes"));

            assertThat(folder.resolve("buckets/lake/events/day=1/a.parquet")).hasContent("bytes");
        }
    }

    @Test
    void servesFilesThatWerePutIntoTheFolder() throws IOException {
        Files.createDirectories(folder.resolve("buckets/lake/a"));
        Files.writeString(folder.resolve("buckets/lake/a/b.txt"), "hello");
        try (LocalS3 s3 = LocalS3.start(folder.resolve("buckets"), 0);
                S3Client client = clientOf(s3)) {
            assertThat(client.getObjectAsBytes(r -> r.bucket("lake").key("a/b.txt")).asUtf8String())
                    .isEqualTo("hello");
            assertThat(client.listObjectsV2(r -> r.bucket("lake").prefix("a/")).contents())
                    .extracting(S3Object::key)
                    .containsExactly("a/b.txt");
        }
    }

    @Test
    void saysWhenAKeyIsNotThere() {
        try (LocalS3 s3 = LocalS3.start(folder.resolve("buckets"), 0);
                S3Client client = clientOf(s3)) {
            s3.createBucket("lake");

            assertThatThrownBy(() -> client.getObject(r -> r.bucket("lake").key("none")))
                    .isInstanceOf(NoSuchKeyException.class);
        }
    }

    private static S3Client clientOf(LocalS3 s3) {
        return S3Client.builder()
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(LocalS3.ACCESS_KEY, LocalS3.SECRET_KEY)))
                .build();
    }
}
