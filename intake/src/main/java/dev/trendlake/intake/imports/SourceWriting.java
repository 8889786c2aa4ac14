package dev.trendlake.intake.imports;

import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.source.EventSource;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes sources on a thread of its own, one at a time, so that the next can be read meanwhile.
 * Closing it waits for the one that is written.
 */
final class SourceWriting implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private @Nullable Written written;

    private record Written(SourceId id, Future<ImportReport> report) {}

    /** Whether a source is written. */
    boolean isOf(SourceId id) {
        return written != null && written.id().equals(id);
    }

    /**
     * Writes a source when the one before is written, of which it gives what became of it.
     *
     * @throws LoadFailed when the one before could not be written; this one is not written then
     */
    Optional<ImportReport> begin(SourceId id, EventSource source, ReadSource read)
            throws LoadFailed {
        Optional<ImportReport> before;
        try {
            before = await();
        } catch (LoadFailed e) {
            SourceFailure.of(source, () -> closed(read));
            throw e;
        }
        written = new Written(id, thread.submit(() -> write(source, read)));
        return before;
    }

    /**
     * Waits until the source is written, if there is one.
     *
     * @throws LoadFailed when it could not be written
     */
    Optional<ImportReport> await() throws LoadFailed {
        if (written == null) {
            return Optional.empty();
        }
        Future<ImportReport> report = written.report();
        written = null;
        try {
            return Optional.of(report.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LoadFailed failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    private static ImportReport write(EventSource source, ReadSource read) throws LoadFailed {
        return SourceFailure.of(
                source,
                () -> {
                    try (read) {
                        return read.write();
                    }
                });
    }

    private static boolean closed(ReadSource read) throws IOException {
        read.close();
        return true;
    }
}
