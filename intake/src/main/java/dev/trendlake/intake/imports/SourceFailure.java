package dev.trendlake.intake.imports;

import dev.trendlake.error.ApiException;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.intake.source.EventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says of which source it was that something failed. */
final class SourceFailure {
    private SourceFailure() {}

    /** Something that is done with a source. */
    @FunctionalInterface
    interface Step<T> {
        /** Does it. */
        T run() throws IOException, LoadFailed;
    }

    /** Does something with a source. */
    static <T> T of(EventSource source, Step<T> step) throws LoadFailed {
        try {
            return step.run();
        } catch (NoSuchFileException e) {
            throw new LoadFailed(source.name() + ": no such file", e);
        } catch (IOException | UncheckedIOException | SdkException | ApiException e) {
            throw new LoadFailed("%s: %s".formatted(source.name(), e.getMessage()), e);
        }
    }
}
