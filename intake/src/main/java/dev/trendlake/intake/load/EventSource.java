package dev.trendlake.intake.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something that events are read from: JSON lines, plain or gzip.
 *
 * @param name what refusals call it
 * @param opener gives its bytes
 */
public record EventSource(String name, Opener opener) {
    /** Gives the bytes of a source, from their start. */
    @FunctionalInterface
    public interface Opener {
        /** Opens it. */
        InputStream open() throws IOException;
    }

    /** A file. */
    public static EventSource of(Path file) {
        return new EventSource(file.toString(), () -> Files.newInputStream(file));
    }

    /** Bytes in memory. */
    public static EventSource of(String name, byte[] bytes) {
        return new EventSource(name, () -> new ByteArrayInputStream(bytes));
    }
}
