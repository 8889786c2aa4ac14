package dev.trendlake.intake.lake;

import io.trino.parquet.AbstractParquetDataSource;
import io.trino.parquet.ParquetDataSourceId;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** A Parquet file in a bucket, of which only what is asked for is transferred. */
public final class S3File extends AbstractParquetDataSource {
    private final S3Client s3;
    private final String bucket;
    private final String key;

    /** Takes where it lies, and how many bytes it has. */
    public S3File(S3Client s3, String bucket, String key, long size) {
        super(new ParquetDataSourceId(key), size, LakeFileReader.OPTIONS);
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    protected void readInternal(long position, byte[] target, int offset, int length)
            throws IOException {
        String range = "bytes=%d-%d".formatted(position, position + length - 1);
        try (ResponseInputStream<GetObjectResponse> part =
                s3.getObject(request -> request.bucket(bucket).key(key).range(range))) {
            if (part.readNBytes(target, offset, length) < length) {
                throw new IOException("%s ends before %s".formatted(key, range));
            }
        } catch (SdkException e) {
            throw new IOException("%s can't be read: %s".formatted(key, e.getMessage()), e);
        }
    }
}
