package dev.trendlake.aws.dynamodb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.engine.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as they are kept: a JSON list of lists of texts and nulls, compressed with gzip. */
final class CompressedRows {
    private CompressedRows() {}

    static byte[] of(List<Row> rows) {
        return CompressedJson.of(json -> {
            json.writeStartArray();
            for (Row row : rows) {
                write(row, json);
            }
            json.writeEndArray();
        });
    }

    static List<Row> read(byte[] bytes) throws IOException {
        return CompressedJson.read(bytes, CompressedRows::rows);
    }

    private static List<Row> rows(JsonParser json) throws IOException {
        List<Row> rows = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            rows.add(row(json));
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
