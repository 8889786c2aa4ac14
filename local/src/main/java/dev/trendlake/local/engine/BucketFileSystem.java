package dev.trendlake.local.engine;

import io.trino.filesystem.FileEntry;
import io.trino.filesystem.FileIterator;
import io.trino.filesystem.Location;
import io.trino.filesystem.TrinoFileSystem;
import io.trino.filesystem.TrinoInputFile;
import io.trino.filesystem.TrinoOutputFile;
import io.trino.filesystem.local.LocalFileSystem;
import io.trino.filesystem.local.LocalInputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code s3://bucket/key} from {@code folder/bucket/key}: tables keep their real locations,
 * and queries pay for no HTTP. It only reads; the lake is written through S3.
 */
final class BucketFileSystem implements TrinoFileSystem {
    private static final String S3 = "s3://";
    private static final String LOCAL = "local:///";

    private final LocalFileSystem files;

    BucketFileSystem(Path buckets) {
        files = new LocalFileSystem(buckets);
    }

    @Override
    public TrinoInputFile newInputFile(Location location) {
        return new LocalInputFile(location, path(location));
    }

    @Override
    public TrinoInputFile newInputFile(Location location, long length) {
        return newInputFile(location, length, Instant.EPOCH);
    }

    @Override
    public TrinoInputFile newInputFile(Location location, long length, Instant lastModified) {
        return new LocalInputFile(location, path(location), length, lastModified);
    }

    @Override
    public FileIterator listFiles(Location location) throws IOException {
        return new BucketFiles(files.listFiles(toFile(location)));
    }

    @Override
    public Optional<Boolean> directoryExists(Location location) {
        return files.directoryExists(toFile(location));
    }

    @Override
    public Set<Location> listDirectories(Location location) throws IOException {
        return files.listDirectories(toFile(location)).stream()
                .map(BucketFileSystem::toBucket)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public TrinoOutputFile newOutputFile(Location location) {
        throw readOnly();
    }

    @Override
    public void deleteFile(Location location) {
        throw readOnly();
    }

    @Override
    public void deleteDirectory(Location location) {
        throw readOnly();
    }

    @Override
    public void renameFile(Location source, Location target) {
        throw readOnly();
    }

    @Override
    public void createDirectory(Location location) {
        throw readOnly();
    }

    @Override
    public void renameDirectory(Location source, Location target) {
        throw readOnly();
    }

    @Override
    public Optional<Location> createTemporaryDirectory(
            Location target, String temporaryPrefix, String relativePrefix) {
        throw readOnly();
    }

    private Path path(Location location) {
        return files.toFilePath(toFile(location));
    }

    private static Location toFile(Location location) {
        String text = location.toString();
        if (!text.startsWith(S3)) {
            throw new IllegalArgumentException("not in S3: " + location);
        }
        return Location.of(LOCAL + text.substring(S3.length()));
    }

    private static Location toBucket(Location location) {
        return Location.of(S3 + location.path());
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the local engine only reads the lake");
    }

    private record BucketFiles(FileIterator files) implements FileIterator {
        @Override
        public boolean hasNext() throws IOException {
            return files.hasNext();
        }

        @Override
        public FileEntry next() throws IOException {
            FileEntry file = files.next();
            return new FileEntry(
                    toBucket(file.location()),
                    file.length(),
                    file.lastModified(),
                    file.blocks(),
                    file.tags());
        }
    }
}
