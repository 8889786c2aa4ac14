package dev.trendlake.intake.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** The reading part of a load: lines in, each to who takes it, refusals to the listener. */
final class SourceReading {
    /** Takes lines. */
    @FunctionalInterface
    interface Taker {
        /** Takes a line, which is not blank. */
        void take(String line) throws IOException, LineRefused;
    }

    private final Taker taker;
    private final LoadListener listener;
    private long lines;
    private long taken;
    private long refused;

    SourceReading(Taker taker, LoadListener listener) {
        this.taker = taker;
        this.listener = listener;
    }

    /** Reads sources to their end. */
    void read(List<EventSource> sources) throws LoadFailed {
        for (EventSource source : sources) {
            read(source);
        }
    }

    long taken() {
        return taken;
    }

    long refused() {
        return refused;
    }

    private void read(EventSource source) throws LoadFailed {
        try (InputStream stream = Unpacking.open(source)) {
            readLines(source.name(), stream);
        } catch (NoSuchFileException e) {
            throw new LoadFailed(source.name() + ": no such file", e);
        } catch (IOException e) {
            throw new LoadFailed("%s: %s".formatted(source.name(), e.getMessage()), e);
        }
    }

    private void readLines(String source, InputStream stream) throws IOException {
        LineReader reading = new LineReader(stream);
        Optional<byte[]> line = reading.next();
        while (line.isPresent()) {
            take(source, reading.number(), line.get());
            listener.read(++lines);
            line = reading.next();
        }
    }

    private void take(String source, long number, byte[] line) throws IOException {
        try {
            String text = LineReader.text(line);
            if (!text.isEmpty()) {
                taker.take(text);
                taken++;
            }
        } catch (LineRefused e) {
            refused++;
            listener.refused(new RefusedLine(source, number, String.valueOf(e.getMessage())));
        }
    }
}
