package dev.trendlake.local.s3;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Tells of every object that appears or goes, once it has. Several that go with one call go one by
 * one.
 */
final class TellingBlobStore extends ForwardingBlobStore {
    // What the proxy keeps of uploads that go on.
    private static final List<String> OWN = List.of(".s3proxy-", ".mpus-");

    private final Consumer<ObjectChange> listener;

    TellingBlobStore(BlobStore store, Consumer<ObjectChange> listener) {
        super(store);
        this.listener = listener;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse response = super.putBlob(request, content);
        tellOf(request.bucket(), request.key(), "PutObject");
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse response = super.copyBlob(request);
        tellOf(request.destinationBucket(), request.destinationKey(), "CopyObject");
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        tellOf(upload.containerName(), upload.blobName(), "CompleteMultipartUpload");
        return response;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        DeleteObjectResponse response = super.removeBlob(request);
        listener.accept(new ObjectChange.Deleted(request.bucket(), request.key(), "DeleteObject"));
        return response;
    }

    private void tellOf(String bucket, String key, String reason) {
        if (!isOfAClient(key)) {
            return;
        }
        HeadObjectResponse object = blobMetadataIfPresent(bucket, key);
        if (object == null) {
            // Somebody has deleted it meanwhile, which is told by itself.
            return;
        }
        listener.accept(
                new ObjectChange.Created(
                        bucket,
                        key,
                        object.contentLength(),
                        object.eTag().replace("\"", ""),
                        reason));
    }

    private static boolean isOfAClient(String key) {
        return OWN.stream().noneMatch(key::startsWith);
    }
}
