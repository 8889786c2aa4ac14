package dev.trendlake.intake.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that rows are read from: JSON lines, plain, gzip or brotli, or Parquet.
 *
 * @param name what refusals call it; {@code .br} at its end says that it is compressed with brotli,
 *     everything else is told by its content
 * @param opener gives its bytes
 */
public record EventSource(String name, Opener opener) {
    /** Gives the bytes of a source, from their start. */
    @FunctionalInterface
    public interface Opener {
        /** Opens it. */
        InputStream open() throws IOException;

        /** The file that it is, where it is one. */
        default Optional<Path> file() {
            return Optional.empty();
        }
    }

    private record FileOpener(Path path) implements Opener {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }
    }

    /** A file. */
    public static EventSource of(Path file) {
        return new EventSource(file.toString(), new FileOpener(file));
    }

    /** Bytes in memory. */
    public static EventSource of(String name, byte[] bytes) {
        return new EventSource(name, () -> new ByteArrayInputStream(bytes));
    }
}
