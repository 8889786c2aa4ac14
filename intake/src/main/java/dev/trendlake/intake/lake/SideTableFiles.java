package dev.trendlake.intake.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The files of side tables, below {@code NAME/project_id=ID/version=N/}. */
public final class SideTableFiles {
    private final S3Client s3;
    private final String bucket;

    /** Takes the data bucket. */
    public SideTableFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** The rows of a version. */
    public <R> List<R> read(SideTable<R> table, long project, long version) throws IOException {
        List<R> rows = new ArrayList<>();
        for (S3Object file : files(folder(table, project) + folder(version)).toList()) {
            LakeFileReader.rows(
                    new S3File(s3, bucket, file.key(), file.size()),
                    table.columns(),
                    row -> rows.add(table.reader().apply(row)));
        }
        return rows;
    }

    /** Writes a version that nobody reads yet. One without rows has no file. */
    public <R> void write(SideTable<R> table, long project, long version, List<R> rows)
            throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        List<R> ordered = rows.stream().sorted(table.order()).toList();
        Path file = Files.createTempFile("trendlake-table-", ".parquet");
        try {
            String name = LakeFileWriter.write(table.columns(), ordered, file);
            String key = folder(table, project) + folder(version) + name;
            s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
        } finally {
            Files.delete(file);
        }
    }

    /** When a version was written, to its last file; the distant future for one without files. */
    Instant writtenAt(SideTable<?> table, long project, long version) {
        return files(folder(table, project) + folder(version))
                .map(S3Object::lastModified)
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Removes all versions below one. */
    void removeBelow(SideTable<?> table, long project, long version) {
        String folder = folder(table, project);
        files(folder)
                .map(S3Object::key)
                .filter(key -> versionOf(key.substring(folder.length())) < version)
                .toList()
                .forEach(key -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private Stream<S3Object> files(String folder) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder))
                .contents()
                .stream()
                .filter(file -> file.size() > 0);
    }

    private static String folder(SideTable<?> table, long project) {
        return "%s/project_id=%d/".formatted(table.name().word(), project);
    }

    private static String folder(long version) {
        return "version=%d/".formatted(version);
    }

    // What somebody else put there is left alone.
    private static long versionOf(String path) {
        String number = path.replaceFirst("^version=(\\d{1,18})/.*$", "$1");
        return number.equals(path) ? Long.MAX_VALUE : Long.parseLong(number);
    }
}
