package dev.trendlake.aws.dynamodb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** JSON in memory, compressed with gzip. */
final class CompressedJson {
    private static final JsonFactory JSON = new JsonFactory();

    private CompressedJson() {}

    /** Writes JSON. */
    @FunctionalInterface
    interface Writing {
        void write(JsonGenerator json) throws IOException;
    }

    /** Reads JSON, from before its first token on. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    static byte[] of(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(new GZIPOutputStream(bytes))) {
            writing.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Reading<T> reading) throws IOException {
        try (JsonParser json =
                JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            return reading.read(json);
        }
    }
}
