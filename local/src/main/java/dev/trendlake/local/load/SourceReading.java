package dev.trendlake.local.load;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reading part of a load: lines in, events on the spool, refusals to the listener. */
final class SourceReading {
    private final EventReader reader;
    private final DaySpool spool;
    private final LoadListener listener;
    private long lines;
    private long events;
    private long refused;
    private @Nullable Instant earliest;

    SourceReading(EventReader reader, DaySpool spool, LoadListener listener) {
        this.reader = reader;
        this.spool = spool;
        this.listener = listener;
    }

    /** Reads the lines of a source; blank ones are none. */
    void read(String source, InputStream stream) throws IOException {
        LineReader reading = new LineReader(stream);
        Optional<byte[]> line = reading.next();
        while (line.isPresent()) {
            take(source, reading.number(), line.get());
            listener.read(++lines);
            line = reading.next();
        }
    }

    long events() {
        return events;
    }

    long refused() {
        return refused;
    }

    /** When the first of the events happened. */
    Optional<Instant> earliest() {
        return Optional.ofNullable(earliest);
    }

    private void take(String source, long number, byte[] line) throws IOException {
        try {
            String text = LineReader.text(line);
            if (!text.isEmpty()) {
                add(reader.read(text));
            }
        } catch (LineRefused e) {
            refused++;
            listener.refused(new RefusedLine(source, number, String.valueOf(e.getMessage())));
        }
    }

    private void add(Event event) throws IOException {
        spool.add(event);
        events++;
        if (earliest == null || event.timestamp().isBefore(earliest)) {
            earliest = event.timestamp();
        }
    }
}
