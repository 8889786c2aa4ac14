package dev.trendlake.local.s3;

import dev.trendlake.local.log.LibraryLog;
import dev.trendlake.local.net.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** S3's API over a folder: an object is the file {@code folder/bucket/key}. */
public final class LocalS3 implements AutoCloseable {
    /** The access key that clients have to sign with. */
    public static final String ACCESS_KEY = "local";

    /** The secret that clients have to sign with. */
    public static final String SECRET_KEY = "local-secret";

    private final S3Proxy proxy;
    private final FilesystemNio2BlobStore store;
    private final URI endpoint;

    private LocalS3(S3Proxy proxy, FilesystemNio2BlobStore store, URI endpoint) {
        this.proxy = proxy;
        this.store = store;
        this.endpoint = endpoint;
    }

    /**
     * Listens on the loopback interface. The warnings of the libraries go to {@code libraries.log}
     * beside the folder, unless {@link LibraryLog} was set before.
     *
     * @param buckets holds one folder for each bucket; is made when it is not there
     * @param port 0 for any free one
     * @throws UncheckedIOException when the folder or the port can't be used
     */
    public static LocalS3 start(Path buckets, int port) {
        return start(buckets, port, _ -> {});
    }

    /**
     * Listens as {@link #start(Path, int)} does.
     *
     * @param listener is told of every object that appears or goes, before the client is
     */
    public static LocalS3 start(Path buckets, int port, Consumer<ObjectChange> listener) {
        try {
            Files.createDirectories(buckets);
            LibraryLog.to(buckets.toAbsolutePath().resolveSibling("libraries.log"));
            var store = new FilesystemNio2BlobStore(buckets.toAbsolutePath().toString());
            URI endpoint = URI.create("http://127.0.0.1:" + FreePort.orAny(port));
            BlobStore telling = new TellingBlobStore(store, listener);
            LocalS3 s3 = new LocalS3(proxy(telling, endpoint), store, endpoint);
            s3.listen();
            return s3;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers; clients must use path-style access. */
    public URI endpoint() {
        return endpoint;
    }

    /** Makes a bucket; nothing when it is there. */
    public void createBucket(String name) {
        if (!store.containerExists(name)) {
            store.createContainer(name);
        }
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the local S3 did not stop", e);
        }
    }

    private static S3Proxy proxy(BlobStore store, URI endpoint) {
        return S3Proxy.builder()
                .blobStore(store)
                .endpoint(endpoint)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                // Newer clients send headers that it doesn't know.
                .ignoreUnknownHeaders(true)
                // Clients keep their connections open; it would wait for them.
                .stopTimeout(0)
                .build();
    }

    private void listen() throws IOException {
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IOException("the local S3 can't listen on " + endpoint, e);
        }
    }
}
