package dev.trendlake.aws.dynamodb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.cache.Piece;
import dev.trendlake.cache.Pieces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pieces as they are kept: a JSON list of whether they have all values, and for each bucket its
 * name, digest and a list of series, value and amount; compressed with gzip.
 */
final class CompressedPieces {
    private CompressedPieces() {}

    static byte[] of(Pieces pieces) {
        return CompressedJson.of(json -> {
            json.writeStartArray();
            json.writeBoolean(pieces.haveAllValues());
            for (Map.Entry<String, Piece> piece : pieces.byBucket().entrySet()) {
                json.writeString(piece.getKey());
                write(piece.getValue(), json);
            }
            json.writeEndArray();
        });
    }

    static Pieces read(byte[] bytes) throws IOException {
        return CompressedJson.read(bytes, CompressedPieces::pieces);
    }

    private static void write(Piece piece, JsonGenerator json) throws IOException {
        json.writeString(piece.digest());
        json.writeStartArray();
        for (Piece.Amount amount : piece.amounts()) {
            json.writeNumber(amount.series());
            json.writeString(amount.value());
            json.writeString(Double.toString(amount.amount()));
        }
        json.writeEndArray();
    }

    private static Pieces pieces(JsonParser json) throws IOException {
        Map<String, Piece> pieces = new TreeMap<>();
        json.nextToken();
        boolean haveAllValues = json.nextBooleanValue();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            String name = json.getText();
            pieces.put(name, piece(json));
        }
        return new Pieces(new TreeMap<>(pieces), haveAllValues);
    }

    private static Piece piece(JsonParser json) throws IOException {
        String digest = json.nextTextValue();
        List<Piece.Amount> amounts = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int series = json.getIntValue();
            String value = json.nextTextValue();
            amounts.add(new Piece.Amount(series, value, Double.parseDouble(json.nextTextValue())));
        }
        return new Piece(digest, amounts);
    }
}
