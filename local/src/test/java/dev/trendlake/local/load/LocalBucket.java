package dev.trendlake.local.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 endpoint over a folder, with one bucket. */
final class LocalBucket {
    static final String NAME = "lake";

    private final S3Proxy server;
    private final S3Client client;

    LocalBucket(Path folder) throws Exception {
        server =
                S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.NONE, "", "")
                        .ignoreUnknownHeaders(true)
                        .stopTimeout(0)
                        .build();
        server.start();
        client =
                S3Client.builder()
                        .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .forcePathStyle(true)
                        .httpClient(UrlConnectionHttpClient.create())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .build();
        client.createBucket(request -> request.bucket(NAME));
    }

    S3Client client() {
        return client;
    }

    List<String> keys() {
        return client.listObjectsV2Paginator(request -> request.bucket(NAME)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    S3File file(String key) {
        long size = client.headObject(request -> request.bucket(NAME).key(key)).contentLength();
        return new S3File(client, NAME, key, size);
    }

    void close() throws Exception {
        client.close();
        server.stop();
    }
}
