package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.intake.json.CompactJson;
import dev.trendlake.intake.json.JsonKey;
import dev.trendlake.intake.json.JsonScanner;
import dev.trendlake.intake.json.JsonText;
import dev.trendlake.intake.json.NotJson;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields of one JSON object after the other, by their places. Not safe for several threads. */
final class DocumentFields implements JsonScanner.Fields {
    private static final Slice EMPTY = Slices.utf8Slice("{}");

    private JsonKey[] keys = new JsonKey[64];
    private JsonToken[] tokens = new JsonToken[64];
    private int[] froms = new int[64];
    private int[] tos = new int[64];
    private int size;
    private byte[] text = new byte[0];
    private boolean isLoose;

    /**
     * Reads a document: an object; what is blank or {@code null} is one without fields (spec: batch
     * export, 1).
     *
     * @return the document in compact form
     */
    Slice read(String field, Slice document, JsonScanner scanner) throws LineRefused {
        size = 0;
        if (isNothing(document)) {
            return EMPTY;
        }
        byte[] bytes = document.byteArray();
        int from = document.byteArrayOffset();
        int to = from + document.length();
        try {
            read(bytes, from, to, scanner);
        } catch (NotJson e) {
            throw new LineRefused(
                    e.isOtherJson()
                            ? notAnObject(field)
                            : "%s is a text that is no JSON: %s".formatted(field, e.getMessage()));
        }
        return isLoose ? Slices.wrappedBuffer(CompactJson.of(bytes, from, to)) : document;
    }

    /** Reads an object that is at these places. */
    void read(byte[] bytes, int from, int to, JsonScanner scanner) throws NotJson {
        size = 0;
        text = bytes;
        scanner.read(bytes, from, to, this);
        isLoose = scanner.isLoose();
    }

    static String notAnObject(String field) {
        return field + " is neither an object nor the text of one nor null";
    }

    @Override
    public void field(JsonKey key, JsonToken token, int from, int to) {
        if (size == froms.length) {
            keys = Arrays.copyOf(keys, size * 2);
            tokens = Arrays.copyOf(tokens, size * 2);
            froms = Arrays.copyOf(froms, size * 2);
            tos = Arrays.copyOf(tos, size * 2);
        }
        keys[size] = key;
        tokens[size] = token;
        froms[size] = from;
        tos[size] = to;
        size++;
    }

    int size() {
        return size;
    }

    JsonKey key(int index) {
        return keys[index];
    }

    JsonToken token(int index) {
        return tokens[index];
    }

    /** The JSON of a value, in compact form. */
    Slice json(int index) {
        int from = froms[index];
        int to = tos[index];
        return isLoose
                ? Slices.wrappedBuffer(CompactJson.of(text, from, to))
                : Slices.wrappedBuffer(text, from, to - from);
    }

    /** The text of a value that is no list and no object: of texts without quotes and escapes. */
    String scalar(int index) {
        int from = froms[index];
        int to = tos[index];
        return tokens[index] == JsonToken.VALUE_STRING
                ? JsonText.unescaped(text, from + 1, to - 1)
                : new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    /** Reads the fields of an object that is one of the values into others. */
    void readInto(int index, DocumentFields others, JsonScanner scanner) {
        try {
            others.read(text, froms[index], tos[index], scanner);
        } catch (NotJson e) {
            throw new IllegalStateException("what was checked is no JSON", e);
        }
    }

    private static boolean isNothing(Slice document) {
        int length = document.length();
        if (length > 0 && document.getByte(0) == '{') {
            return false;
        }
        // Most documents are objects; the others are short.
        String text = document.toStringUtf8().strip();
        return text.isEmpty() || text.equals("null");
    }
}
