package dev.trendlake.intake.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Opens a source for what its first bytes say it is: a name may lie (spec: batch export, 3). */
final class Unpacking {
    private static final int SAMPLE = 512;
    private static final String GZIP = "1f8b";
    private static final Map<String, String> OTHER_FORMATS =
            Map.of(
                    "50415231", "a Parquet file",
                    "28b52ffd", "compressed with zstd",
                    "04224d18", "compressed with lz4",
                    "425a68", "compressed with bzip2",
                    "504b0304", "a zip archive",
                    "fd377a58", "compressed with xz");

    private Unpacking() {}

    /**
     * Opens a source.
     *
     * @throws LoadFailed when it holds something else than JSON lines, plain or gzip
     */
    static InputStream open(EventSource source) throws IOException, LoadFailed {
        InputStream plain = new BufferedInputStream(source.opener().open());
        try {
            if (!firstBytes(plain).startsWith(GZIP)) {
                return checked(source, plain);
            }
            return checked(source, new BufferedInputStream(new GZIPInputStream(plain, 1 << 16)));
        } catch (IOException | LoadFailed e) {
            plain.close();
            throw e;
        }
    }

    private static InputStream checked(EventSource source, InputStream content)
            throws IOException, LoadFailed {
        String start = firstBytes(content);
        for (Map.Entry<String, String> format : OTHER_FORMATS.entrySet()) {
            if (start.startsWith(format.getKey())) {
                throw unreadable(source, format.getValue());
            }
        }
        // No JSON text holds a zero byte.
        for (int i = 0; i < start.length(); i += 2) {
            if (start.startsWith("00", i)) {
                throw unreadable(source, "binary data");
            }
        }
        return content;
    }

    private static LoadFailed unreadable(EventSource source, String what) {
        return new LoadFailed(
                "%s: this is %s; load reads JSON lines, plain or gzip"
                        .formatted(source.name(), what));
    }

    private static String firstBytes(InputStream stream) throws IOException {
        stream.mark(SAMPLE);
        byte[] bytes = stream.readNBytes(SAMPLE);
        stream.reset();
        return HexFormat.of().formatHex(bytes);
    }
}
