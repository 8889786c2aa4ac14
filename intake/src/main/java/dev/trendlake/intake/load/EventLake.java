package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.LakeColumn;
import dev.trendlake.intake.lake.LakeFileReader;
import dev.trendlake.intake.lake.LakeRow;
import dev.trendlake.intake.lake.S3File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The files of the events table, below {@code events/project_id=ID/day=YYYY-MM-DD/}. */
final class EventLake {
    private static final List<LakeColumn<Event>> KEY_COLUMNS =
            EventColumns.named(List.of("event", "distinct_id", "uuid"));

    private final S3Client s3;
    private final String bucket;

    EventLake(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** The keys of the events that a day has already. */
    Set<EventKey> keys(long projectId, LocalDate day) throws IOException {
        Set<EventKey> keys = new HashSet<>();
        for (S3Object file : files(projectId, day)) {
            LakeFileReader.rows(
                    new S3File(s3, bucket, file.key(), file.size()),
                    KEY_COLUMNS,
                    row -> keys.add(key(row)));
        }
        return keys;
    }

    /** Puts a file into a day. */
    void put(long projectId, LocalDate day, String name, Path file) {
        String key = folder(projectId, day) + name;
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
    }

    private List<S3Object> files(long projectId, LocalDate day) {
        String folder = folder(projectId, day);
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder))
                .contents()
                .stream()
                .filter(file -> isData(file, folder))
                .toList();
    }

    // The engine passes over names that begin so (spec: Athena, 5), and so do we.
    private static boolean isData(S3Object file, String folder) {
        String name = file.key().substring(folder.length());
        return file.size() > 0 && !name.startsWith("_") && !name.startsWith(".");
    }

    private static EventKey key(LakeRow row) {
        return EventKey.of(row.text(0), row.text(1), row.text(2));
    }

    private static String folder(long projectId, LocalDate day) {
        return "events/project_id=%d/day=%s/".formatted(projectId, day);
    }
}
