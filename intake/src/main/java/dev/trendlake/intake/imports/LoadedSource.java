package dev.trendlake.intake.imports;

import dev.trendlake.intake.source.EventSource;
import java.io.IOException;
import java.io.InputStream;

/** A source that is loaded, and what tells it from others. */
public sealed interface LoadedSource {
    /** Where its rows are. */
    EventSource source();

    /** What tells it from others. */
    SourceId identify() throws IOException;

    /** A file: wherever it lies, its content is the same source. */
    record File(EventSource source) implements LoadedSource {
        @Override
        public SourceId identify() throws IOException {
            try (InputStream content = source.opener().open()) {
                return SourceId.ofContent(content);
            }
        }
    }

    /** An object below {@code raw/}, which may be imported by itself, too. */
    record StoredObject(EventSource source, SourceId identify) implements LoadedSource {}
}
