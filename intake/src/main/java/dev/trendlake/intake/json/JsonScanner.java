package dev.trendlake.intake.json;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;

/**
 * Walks over one JSON object in UTF-8 (RFC 8259), checks it whole, and tells where the values of
 * its own fields are. An object that has a field twice is refused, at any depth. Not safe for
 * several threads.
 */
public final class JsonScanner {
    /** Hears of the fields of an object. */
    @FunctionalInterface
    public interface Fields {
        /**
         * A field.
         *
         * @param token what its value is; for lists and objects, how they begin; both kinds of
         *     numbers are {@link JsonToken#VALUE_NUMBER_FLOAT}
         * @param from where the value begins; for texts, with their quotes
         * @param to where it ends
         */
        void field(JsonKey key, JsonToken token, int from, int to) throws NotJson;
    }

    /** How deep objects and lists may lie in each other. */
    private static final int DEEPEST = 1_000;

    private static final Fields NOBODY = (_, _, _, _) -> {};

    private JsonKeys keys = new JsonKeys();
    private byte[] text = new byte[0];
    private int at;
    private int end;
    private long objects;
    private boolean isLoose;
    private boolean hasEscapes;
    private int hash;

    /**
     * Reads an object, with blanks around it, and nothing else.
     *
     * @param text valid UTF-8 between the two places
     */
    public void read(byte[] text, int from, int to, Fields fields) throws NotJson {
        this.text = text;
        this.at = from;
        this.end = to;
        isLoose = false;
        skipBlanks();
        if (next("an object") != '{') {
            value(0);
            throw NotJson.other("not a JSON object");
        }
        object(0, fields);
        skipBlanks();
        if (at < end) {
            throw NotJson.other("something follows the JSON object");
        }
    }

    /** Whether the object that was read last is not as {@link CompactJson} would write it. */
    public boolean isLoose() {
        return isLoose;
    }

    /** The names that were met, for which numbers of keys hold. */
    public JsonKeys keys() {
        return keys;
    }

    /** Forgets the names, between two objects. */
    public void forgetKeys() {
        keys = new JsonKeys();
    }

    private void object(int depth, Fields fields) throws NotJson {
        long holder = ++objects;
        at++;
        skipBlanks();
        if (next("}") == '}') {
            at++;
            return;
        }
        while (true) {
            JsonKey key = key();
            if (key.repeats(depth, holder)) {
                throw NotJson.broken("Duplicate field '%s'".formatted(key.name()));
            }
            skipBlanks();
            expect(':');
            skipBlanks();
            int from = at;
            JsonToken token = value(depth + 1);
            fields.field(key, token, from, at);
            skipBlanks();
            if (next("'}' or ','") == '}') {
                at++;
                return;
            }
            expect(',');
            skipBlanks();
        }
    }

    private void array(int depth) throws NotJson {
        at++;
        skipBlanks();
        if (next("]") == ']') {
            at++;
            return;
        }
        while (true) {
            value(depth + 1);
            skipBlanks();
            if (next("']' or ','") == ']') {
                at++;
                return;
            }
            expect(',');
            skipBlanks();
        }
    }

    private JsonToken value(int depth) throws NotJson {
        if (depth > DEEPEST) {
            throw NotJson.broken("more than %d levels deep".formatted(DEEPEST));
        }
        return switch (next("a value")) {
            case '"' -> {
                string();
                yield JsonToken.VALUE_STRING;
            }
            case '{' -> {
                object(depth, NOBODY);
                yield JsonToken.START_OBJECT;
            }
            case '[' -> {
                array(depth);
                yield JsonToken.START_ARRAY;
            }
            case 't' -> word("true", JsonToken.VALUE_TRUE);
            case 'f' -> word("false", JsonToken.VALUE_FALSE);
            case 'n' -> word("null", JsonToken.VALUE_NULL);
            default -> {
                number();
                yield JsonToken.VALUE_NUMBER_FLOAT;
            }
        };
    }

    private JsonKey key() throws NotJson {
        if (next("a name") != '"') {
            throw unexpected("a name");
        }
        hasEscapes = false;
        int from = at + 1;
        string();
        int to = at - 1;
        if (!hasEscapes) {
            return keys.key(text, from, to, hash);
        }
        byte[] plain = JsonText.unescaped(text, from, to).getBytes(StandardCharsets.UTF_8);
        int plainHash = 0;
        for (byte next : plain) {
            plainHash = JsonKeys.hashed(plainHash, next);
        }
        return keys.key(plain, 0, plain.length, plainHash);
    }

    private void string() throws NotJson {
        int position = at + 1;
        int sum = 0;
        byte[] bytes = text;
        while (position < end) {
            byte next = bytes[position];
            if (next == '"') {
                at = position + 1;
                hash = sum;
                return;
            }
            if (next == '\\') {
                position = escape(position);
            } else if (next >= 0 && next < ' ') {
                at = position;
                throw unexpected("no control character in a text");
            } else {
                position++;
            }
            sum = JsonKeys.hashed(sum, next);
        }
        throw NotJson.broken("a text does not end");
    }

    /** Checks an escape, and says where it ends. */
    private int escape(int position) throws NotJson {
        hasEscapes = true;
        at = position;
        char next = position + 1 < end ? (char) text[position + 1] : ' ';
        return switch (next) {
            case '"', '\\', 'b', 'f', 'n', 'r', 't' -> position + 2;
            case '/' -> {
                isLoose = true;
                yield position + 2;
            }
            case 'u' -> {
                isLoose = true;
                yield afterHexadecimal(position + 2);
            }
            default -> throw unexpected("an escape that JSON has");
        };
    }

    private int afterHexadecimal(int position) throws NotJson {
        for (int i = position; i < position + 4; i++) {
            if (i >= end || Character.digit(text[i], 16) < 0) {
                throw unexpected("four hexadecimal digits after \\u");
            }
        }
        return position + 4;
    }

    private void number() throws NotJson {
        int from = at;
        skip('-');
        if (!skip('0') && !skipDigits()) {
            at = from;
            throw unexpected("a value");
        }
        if (skip('.') && !skipDigits()) {
            throw unexpected("a digit");
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            if (!skipDigits()) {
                throw unexpected("a digit");
            }
        }
    }

    private boolean skip(char expected) {
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean skipDigits() {
        int from = at;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at > from;
    }

    private JsonToken word(String word, JsonToken token) throws NotJson {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || text[at + i] != word.charAt(i)) {
                throw unexpected("a value");
            }
        }
        at += word.length();
        return token;
    }

    private void skipBlanks() {
        while (at < end && (text[at] == ' ' || isLineBlank(text[at]))) {
            at++;
            isLoose = true;
        }
    }

    private static boolean isLineBlank(byte next) {
        return next == '\n' || next == '\r' || next == '\t';
    }

    private void expect(char expected) throws NotJson {
        if (next(String.valueOf(expected)) != expected) {
            throw unexpected("'" + expected + "'");
        }
        at++;
    }

    private byte next(String expected) throws NotJson {
        if (at >= end) {
            throw NotJson.broken("the text ends where %s should be".formatted(expected));
        }
        return text[at];
    }

    private NotJson unexpected(String expected) {
        int to = Math.min(end, at + 10);
        return NotJson.broken(
                "%s expected at '%s'"
                        .formatted(
                                expected, new String(text, at, to - at, StandardCharsets.UTF_8)));
    }
}
