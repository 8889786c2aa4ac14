package dev.trendlake.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Reads a source for what its first bytes say it is, since a name may lie: {@code .parquet.zst} is
 * a Parquet file (spec: batch export, 3). Brotli alone has no such bytes, and is told by the name.
 */
public final class SourceReader {
    private static final int SAMPLE = 512;
    private static final String PARQUET = "50415231";
    private static final String GZIP = "1f8b";
    private static final Map<String, String> OTHER_FORMATS =
            Map.of(
                    PARQUET,
                    "a Parquet file that was packed once more",
                    "28b52ffd",
                    "compressed with zstd",
                    "04224d18",
                    "compressed with lz4",
                    "425a68",
                    "compressed with bzip2",
                    "504b0304",
                    "a zip archive",
                    "fd377a58",
                    "compressed with xz");

    private final List<WantedColumn> columns;

    /**
     * @param columns the columns of Parquet that are wanted; others are passed over
     */
    public SourceReader(List<WantedColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * Reads a source to its end.
     *
     * @throws OriginFailed when its bytes can't be had
     * @throws IOException when the taker fails
     */
    public void read(EventSource source, RowTaker taker) throws IOException {
        try (OriginStream origin = new OriginStream(source.opener().open())) {
            String start = HexFormat.of().formatHex(origin.peek(SAMPLE));
            Optional<Path> file = source.opener().file();
            if (start.startsWith(PARQUET) && file.isPresent()) {
                new ParquetRows(columns, taker).read(file.get());
            } else if (start.startsWith(PARQUET)) {
                readCopy(origin, taker);
            } else {
                readPacked(source, start, origin, taker);
            }
        }
    }

    private void readPacked(EventSource source, String start, InputStream packed, RowTaker taker)
            throws IOException {
        PeekStream content;
        try {
            content = new PeekStream(unpacked(source, start, packed));
        } catch (IOException e) {
            OriginFailed.rethrow(e);
            taker.damaged(1, "damaged from its start: " + e.getMessage());
            return;
        }
        Optional<String> other = otherFormat(HexFormat.of().formatHex(content.peek(SAMPLE)));
        if (other.isPresent()) {
            taker.damaged(1, unreadable(other.get()));
            return;
        }
        new LineCutter(content, taker).cut();
    }

    private static InputStream unpacked(EventSource source, String start, InputStream packed)
            throws IOException {
        if (start.startsWith(GZIP)) {
            return new GZIPInputStream(packed, 1 << 16);
        }
        return source.name().endsWith(".br") ? new BrotliInputStream(packed, 1 << 16) : packed;
    }

    private void readCopy(InputStream content, RowTaker taker) throws IOException {
        Path copy = Files.createTempFile("trendlake-source-", ".parquet");
        try {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            new ParquetRows(columns, taker).read(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private static Optional<String> otherFormat(String start) {
        for (Map.Entry<String, String> format : OTHER_FORMATS.entrySet()) {
            if (start.startsWith(format.getKey())) {
                return Optional.of(format.getValue());
            }
        }
        // No JSON text holds a zero byte.
        for (int i = 0; i < start.length(); i += 2) {
            if (start.startsWith("00", i)) {
                return Optional.of("binary data");
            }
        }
        return Optional.empty();
    }

    private static String unreadable(String what) {
        return "this is %s; what can be read is JSON lines, plain, gzip or brotli (.br), and Parquet"
                .formatted(what);
    }
}
