package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.LakeColumn;
import dev.trendlake.intake.lake.LakeFileReader;
import dev.trendlake.intake.lake.S3File;
import dev.trendlake.lake.LakePartition.EventDay;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import io.trino.spi.block.Block;
import io.trino.spi.connector.SourcePage;
import io.trino.spi.type.VarcharType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The files of the events table, below {@code events/project_id=ID/day=YYYY-MM-DD/}. */
final class EventLake {
    private static final List<LakeColumn<EventRow>> KEY_COLUMNS =
            EventColumns.named(List.of("event", "distinct_id", "uuid"));

    /** Takes keys of events. */
    @FunctionalInterface
    interface Keys {
        /** Takes a key by its halves. */
        void take(long high, long low);
    }

    private final S3Client s3;
    private final String bucket;

    EventLake(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** The files of a day. */
    List<S3Object> files(long projectId, LocalDate day) {
        String folder = folder(projectId, day);
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder))
                .contents()
                .stream()
                .filter(file -> isData(file, folder))
                .toList();
    }

    /** The keys of the events in a file. */
    void keys(S3Object file, Keys keys) throws IOException {
        EventKey.Maker maker = new EventKey.Maker();
        LakeFileReader.pages(
                new S3File(s3, bucket, file.key(), file.size()),
                KEY_COLUMNS,
                page -> keys(page, maker, keys));
    }

    /** The key of a file of a day. */
    static String keyOf(long projectId, LocalDate day, String name) {
        return folder(projectId, day) + name;
    }

    /** Puts a file into a day. */
    void put(long projectId, LocalDate day, String name, Path file) {
        String key = keyOf(projectId, day, name);
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
    }

    /** Removes a file. */
    void remove(S3Object file) {
        s3.deleteObject(request -> request.bucket(bucket).key(file.key()));
    }

    /** The name of a file in its day. */
    static String nameOf(S3Object file) {
        return file.key().substring(file.key().lastIndexOf('/') + 1);
    }

    // The engine passes over names that begin so (spec: Athena, 5), and so do we.
    private static boolean isData(S3Object file, String folder) {
        String name = file.key().substring(folder.length());
        return file.size() > 0 && !name.startsWith("_") && !name.startsWith(".");
    }

    private static void keys(SourcePage page, EventKey.Maker maker, Keys keys) {
        Block event = page.getBlock(0);
        Block distinctId = page.getBlock(1);
        Block uuid = page.getBlock(2);
        for (int row = 0; row < page.getPositionCount(); row++) {
            EventKey key = maker.of(text(event, row), text(distinctId, row), text(uuid, row));
            keys.take(key.high(), key.low());
        }
    }

    private static Slice text(Block block, int row) {
        return block.isNull(row) ? Slices.EMPTY_SLICE : VarcharType.VARCHAR.getSlice(block, row);
    }

    private static String folder(long projectId, LocalDate day) {
        return new EventDay(projectId, day).folder();
    }
}
