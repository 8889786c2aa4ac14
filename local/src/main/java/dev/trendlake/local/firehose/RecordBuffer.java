package dev.trendlake.local.firehose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The records of a stream that are in no object yet: a file for each batch, so that what was
 * accepted is there after a restart.
 */
final class RecordBuffer {
    private static final String END = ".batch";

    private final Path folder;

    RecordBuffer(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a batch of records, whole or not at all. */
    void add(List<byte[]> records, Instant now) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        records.forEach(joined::writeBytes);
        try {
            String name = "%020d-%s".formatted(now.toEpochMilli(), UUID.randomUUID());
            Path draft = Files.write(folder.resolve(name), joined.toByteArray());
            Files.move(draft, folder.resolve(name + END), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of the batches that are waiting, the oldest first. */
    List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(END)).sorted().toList();
        }
    }

    /** The records of batches, under gzip. */
    static byte[] compressed(List<Path> batches) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (Path batch : batches) {
                Files.copy(batch, out);
            }
        }
        return bytes.toByteArray();
    }

    /** Forgets batches. */
    static void remove(List<Path> batches) throws IOException {
        for (Path batch : batches) {
            Files.deleteIfExists(batch);
        }
    }
}
