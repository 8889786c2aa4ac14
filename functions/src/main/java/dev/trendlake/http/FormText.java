package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Query strings and form-encoded bodies: {@code name=value&…} in UTF-8. Every value is a text; of a
 * repeated name the last one counts. Commas are part of values, and what is no escape stands for
 * itself, as in Django.
 */
public final class FormText {
    private static final Pattern START = Pattern.compile("[A-Za-z_][A-Za-z0-9_.\\[\\]-]*=");

    private FormText() {}

    /** Whether a text starts as a form does, which no JSON document does. */
    static boolean looksLikeForm(String text) {
        return START.matcher(text).lookingAt();
    }

    /** Reads the fields, in the order of their first appearance. */
    public static ObjectNode read(String text) {
        ObjectNode fields = JsonFormat.object();
        for (String field : fieldsOf(text)) {
            fields.put(nameOf(field), valueOf(field));
        }
        return fields;
    }

    /** The same text without the fields of one name. */
    static String without(String name, String text) {
        return String.join(
                "&", fieldsOf(text).stream().filter(field -> !nameOf(field).equals(name)).toList());
    }

    private static List<String> fieldsOf(String text) {
        List<String> fields = new ArrayList<>();
        for (String field : text.split("&", -1)) {
            if (!field.isEmpty()) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static String nameOf(String field) {
        int equals = field.indexOf('=');
        return decoded(equals < 0 ? field : field.substring(0, equals));
    }

    private static String valueOf(String field) {
        int equals = field.indexOf('=');
        return equals < 0 ? "" : decoded(field.substring(equals + 1));
    }

    // java.net.URLDecoder refuses what is no escape; clients send "100%" and mean it.
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] bytes = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = escapedAt(bytes, i);
            decoded.write(escaped < 0 ? bytes[i] : escaped);
            i += escaped < 0 ? 0 : 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int escapedAt(byte[] bytes, int position) {
        if (bytes[position] != '%' || position + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[position + 1], 16);
        int low = Character.digit(bytes[position + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
