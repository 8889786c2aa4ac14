package dev.trendlake.aws.dynamodb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.engine.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Rows as they are kept: a JSON list of lists of texts and nulls, compressed with gzip. */
final class CompressedRows {
    private static final JsonFactory JSON = new JsonFactory();

    private CompressedRows() {}

    static byte[] of(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(new GZIPOutputStream(bytes))) {
            json.writeStartArray();
            for (Row row : rows) {
                write(row, json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    static List<Row> read(byte[] bytes) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (JsonParser json =
                JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                rows.add(row(json));
            }
        }
        return rows;
    }

    private static void write(Row row, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (int column = 0; column < row.size(); column++) {
            json.writeString(row.value(column).orElse(null));
        }
        json.writeEndArray();
    }

    private static Row row(JsonParser json) throws IOException {
        List<@Nullable String> values = new ArrayList<>();
        JsonToken token = json.nextToken();
        while (token != JsonToken.END_ARRAY) {
            values.add(token == JsonToken.VALUE_NULL ? null : json.getText());
            token = json.nextToken();
        }
        return new Row(values);
    }
}
